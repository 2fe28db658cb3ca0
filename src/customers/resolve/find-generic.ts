import { type ValueGroups, membersOf } from './group-by-value.ts';
import type { Roster } from './roster.ts';

/** More people than this behind one value, and it says nothing about who somebody is. */
export const MOST_PEOPLE = 5;

export interface GenericGroup {
  kind: number;
  code: number;
  people: number;
  records: number;
}

/** Values of a kind that more than five people hold whose names disagree. */
export function findGeneric(roster: Roster, groups: ValueGroups, kind: number): GenericGroup[] {
  const found: GenericGroup[] = [];
  for (let code = 1; code <= groups.codes; code += 1) {
    const members = membersOf(groups, code);
    if (members.length <= MOST_PEOPLE) continue;
    const people = countPeople(roster, members);
    if (people > MOST_PEOPLE) found.push({ kind, code, people, records: members.length });
  }
  return found;
}

/** How many people the names in a group make at least: fuller names first, then the short ones that fit none of them. */
export function countPeople(roster: Roster, members: Int32Array): number {
  const full = new Set<number>();
  const initials = new Set<number>();
  const firsts = new Set<number>();
  for (const record of members) {
    if ((roster.levels[record] ?? 0) < 3) continue;
    full.add(roster.people[record] ?? 0);
    initials.add(roster.initials[record] ?? 0);
    firsts.add(roster.firsts[record] ?? 0);
  }
  const short = new Set<number>();
  for (const record of members) {
    const person = roster.people[record] ?? 0;
    if (roster.levels[record] !== 2 || initials.has(person)) continue;
    short.add(person);
    firsts.add(roster.firsts[record] ?? 0);
  }
  for (const record of members) {
    const person = roster.people[record] ?? 0;
    if (roster.levels[record] === 1 && !firsts.has(person)) short.add(person);
  }
  return full.size + short.size;
}
