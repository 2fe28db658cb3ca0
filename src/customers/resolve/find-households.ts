import type { People } from './assign-customers.ts';
import type { Evidence } from './join-people.ts';
import { membersOf } from './group-by-value.ts';
import { type Roster, VALUE_KINDS } from './roster.ts';

export interface SharedValue {
  kind: (typeof VALUE_KINDS)[number];
  /** Any record that holds the value. */
  record: number;
  customers: string[];
}

/** E-mails and phones that different people with a name hold, and that are not generic. */
export function findHouseholds(roster: Roster, evidence: Evidence, people: People): SharedValue[] {
  const { personOf } = people;
  const found: SharedValue[] = [];
  for (const [kind, groups] of evidence.groups.entries()) {
    const name = VALUE_KINDS[kind];
    if (name === undefined || name === 'quote_number') continue;
    for (let code = 1; code <= groups.codes; code += 1) {
      const members = membersOf(groups, code);
      if (members.length < 2 || evidence.generic[kind]?.[code] === 1) continue;
      const [first = 0] = members;
      if (members.every((record) => personOf[record] === personOf[first])) continue;
      const holders = new Set<number>();
      for (const record of members) if (roster.levels[record] !== 0) holders.add(personOf[record] ?? 0);
      const customers = [...holders].flatMap((holder) => people.list[holder]?.customerId ?? []);
      if (customers.length > 1) found.push({ kind: name, record: first, customers });
    }
  }
  return found;
}
