import type { Roster } from './roster.ts';

/** The records whose values stand for a customer; -1 where no record has the value. */
export interface GoldenPick {
  name: number;
  email: number;
  phone: number;
}

const EMAIL = 0;
const PHONE = 1;

/**
 * Survivorship, first pass. Name: the most complete (first and last name, then words, then
 * letters), then the newest. E-mail and phone: the newest that is not generic, else the
 * newest. Newest = latest day of the source row, then latest record.
 */
export function pickGolden(roster: Roster, generic: readonly Uint8Array[], records: Int32Array): GoldenPick {
  return {
    name: best(
      records,
      (record) => roster.levels[record] !== 0,
      (record) => roster.nameWeights[record] ?? 0,
      roster,
    ),
    email: bestValue(roster, generic, records, EMAIL),
    phone: bestValue(roster, generic, records, PHONE),
  };
}

function bestValue(roster: Roster, generic: readonly Uint8Array[], records: Int32Array, kind: number): number {
  const column = roster.values[kind];
  return best(
    records,
    (record) => (column?.[record] ?? 0) !== 0,
    (record) => (generic[kind]?.[column?.[record] ?? 0] === 1 ? 0 : 1),
    roster,
  );
}

function best(records: Int32Array, has: (record: number) => boolean, weight: (record: number) => number, roster: Roster): number {
  let found = -1;
  for (const record of records) {
    if (!has(record)) continue;
    const order =
      found < 0
        ? 1
        : weight(record) - weight(found) || (roster.observedDays[record] ?? 0) - (roster.observedDays[found] ?? 0) || record - found;
    if (order > 0) found = record;
  }
  return found;
}
