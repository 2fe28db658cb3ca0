export type ReadingFault =
  | 'missing_key'
  | 'unreadable_number'
  | 'other_currency'
  | 'unreadable_percent'
  | 'unreadable_date'
  | 'unreadable_duration'
  | 'unreadable_currency'
  | 'unknown_status';

/** What a cell was read as: null when it is empty, or why it could not be read and what was expected. */
export type Reading<T> = { ok: true; value: T | null } | { ok: false; code: ReadingFault; expected: string };

/** Shared by all readers: an empty cell is the commonest one, and none of them needs its own object. */
export const EMPTY: { ok: true; value: null } = Object.freeze({ ok: true, value: null });

export function read<T>(value: T): Reading<T> {
  return { ok: true, value };
}

/** Each reader makes its fault once, as a constant. */
export function unreadable(code: ReadingFault, expected: string): { ok: false; code: ReadingFault; expected: string } {
  return Object.freeze({ ok: false, code, expected });
}
