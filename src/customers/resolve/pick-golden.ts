import type { Roster } from './roster.ts';

/** The records whose values stand for a customer; -1 where no record has the value. */
export interface GoldenPick {
  name: number;
  email: number;
  phone: number;
  /** Two different values stand equally high: `golden/choose/choose.sql` chooses between them. */
  isTied: boolean;
}

const EMAIL = 0;
const PHONE = 1;

/**
 * Survivorship by the default rules, for all customers at once. Name: the most complete (first
 * and last name, then words, then letters), then the newest. E-mail and phone: the newest that
 * is not generic, else the newest. What is left is told as a tie and not decided here.
 */
export function pickGolden(roster: Roster, generic: readonly Uint8Array[], records: Int32Array): GoldenPick {
  const name = best(roster, records, {
    value: (record) => (roster.levels[record] === 0 ? 0 : (roster.shownNames[record] ?? 0) || 1),
    weight: (record) => roster.nameWeights[record] ?? 0,
  });
  const email = bestValue(roster, generic, records, EMAIL);
  const phone = bestValue(roster, generic, records, PHONE);
  return { name: name.record, email: email.record, phone: phone.record, isTied: name.isTied || email.isTied || phone.isTied };
}

interface Best {
  record: number;
  isTied: boolean;
}

function bestValue(roster: Roster, generic: readonly Uint8Array[], records: Int32Array, kind: number): Best {
  const column = roster.values[kind];
  return best(roster, records, {
    value: (record) => column?.[record] ?? 0,
    weight: (record) => (generic[kind]?.[column?.[record] ?? 0] === 1 ? 0 : 1),
  });
}

/** `value` is 0 where a record has none, and the same number for equal values. */
function best(
  roster: Roster,
  records: Int32Array,
  { value, weight }: { value: (record: number) => number; weight: (record: number) => number },
): Best {
  const found: Best = { record: -1, isTied: false };
  for (const record of records) {
    if (value(record) === 0) continue;
    const order =
      found.record < 0
        ? 1
        : weight(record) - weight(found.record) || (roster.observedDays[record] ?? 0) - (roster.observedDays[found.record] ?? 0);
    if (order < 0) continue;
    found.isTied = order === 0 && (found.isTied || value(record) !== value(found.record));
    found.record = record;
  }
  return found;
}
