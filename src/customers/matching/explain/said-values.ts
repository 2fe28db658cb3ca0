import type { ColumnKind, RecordTable } from '../record-table.ts';

/** What a record says in the fields that are told with their values, and the day it tells of (YYYY-MM-DD). */
export type SaidRecord = Readonly<Partial<Record<ColumnKind | 'seen', string>>>;

/** What two records say, as it was written. */
export interface SaidValues {
  first: SaidRecord;
  second: SaidRecord;
}

/** What two records of a table say; of several columns of a kind, the first that says anything. */
export function saidIn({ columns, seen }: RecordTable, first: number, second: number): SaidValues {
  const saidBy = (record: number): SaidRecord => {
    const said: Partial<Record<ColumnKind | 'seen', string>> = {};
    const day = seen?.[record] ?? '';
    if (day !== '') said.seen = day;
    for (const { kind, values } of columns) {
      const value = (values[record] ?? '').trim().replace(/\s+/g, ' ');
      if (value !== '' && kind !== 'other' && said[kind] === undefined) said[kind] = value;
    }
    return said;
  };
  return { first: saidBy(first), second: saidBy(second) };
}
