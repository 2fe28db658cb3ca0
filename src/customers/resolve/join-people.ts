import { CodeBook } from './code-book.ts';
import { type ValueGroups, membersOf } from './group-by-value.ts';
import type { PeopleForest } from './people-forest.ts';
import type { Roster } from './roster.ts';

/** Grouped records per kind, and which codes of the kind are generic. */
export interface Evidence {
  groups: readonly ValueGroups[];
  generic: readonly Uint8Array[];
}

/**
 * Puts records together that share a value and whose names agree, the fullest names first:
 * first equal names; then an initial, a bare first name, and no name at all, each only where
 * exactly one person fits. So no short name ever chains two people together, and the order
 * of the records does not matter.
 */
export function joinPeople(roster: Roster, evidence: Evidence, forest: PeopleForest): void {
  joinEqualNames(roster, evidence, forest);
  joinShortNames(roster, evidence, forest, 2, (short, full) => roster.levels[full] === 3 && roster.initials[full] === roster.people[short]);
  joinShortNames(
    roster,
    evidence,
    forest,
    1,
    (short, full) => (roster.levels[full] ?? 0) >= 2 && roster.firsts[full] === roster.people[short],
  );
  joinNamelessToEachOther(roster, evidence, forest);
  joinNameless(roster, evidence, forest);
}

function joinEqualNames(roster: Roster, evidence: Evidence, forest: PeopleForest): void {
  for (const [kind, column] of roster.values.entries()) {
    const generic = evidence.generic[kind];
    const pairs = new CodeBook(roster.count);
    const leaders = new Int32Array(roster.count + 2).fill(-1);
    const furtherLeaders = new Map<number, number[]>();
    for (let record = 0; record < roster.count; record += 1) {
      const value = column[record] ?? 0;
      const person = roster.people[record] ?? 0;
      if (value === 0 || person === 0 || generic?.[value] === 1) continue;
      const pair = pairs.code(value, person);
      const leader = leaders[pair] ?? -1;
      if (leader < 0) leaders[pair] = record;
      else if (!forest.join(leader, record, kind)) joinFurther(forest, furtherLeaders, pair, record, kind);
    }
  }
}

/** A person said this record is not the leader's: it goes to the next oldest it may belong to. */
function joinFurther(forest: PeopleForest, furtherLeaders: Map<number, number[]>, pair: number, record: number, kind: number): void {
  const others = furtherLeaders.get(pair) ?? [];
  if (others.some((other) => forest.join(other, record, kind))) return;
  furtherLeaders.set(pair, [...others, record]);
}

/** A record that would join `to`; `person` tells candidates apart that are not (yet) one group. */
interface Offer {
  record: number;
  to: number;
  kind: number;
}

function joinShortNames(
  roster: Roster,
  evidence: Evidence,
  forest: PeopleForest,
  level: number,
  fits: (short: number, full: number) => boolean,
): void {
  const offers: Offer[] = [];
  eachGroup(
    roster,
    evidence,
    (record) => roster.levels[record] === level,
    (members, kind) => {
      for (const record of members) {
        if (roster.levels[record] !== level) continue;
        const fitting = members.filter((member) => fits(record, member));
        const [first] = fitting;
        if (first !== undefined && areOnePerson(roster, forest, fitting))
          offers.push(...Array.from(fitting, (to) => ({ record, to, kind })));
      }
    },
  );
  takeOffers(roster, forest, offers);
}

/** Nameless records hold together by a value that nobody with a name holds. */
function joinNamelessToEachOther(roster: Roster, evidence: Evidence, forest: PeopleForest): void {
  eachGroup(
    roster,
    evidence,
    (record) => roster.levels[record] === 0,
    (members, kind) => {
      const [first] = members;
      if (first === undefined || members.some((member) => roster.levels[member] !== 0)) return;
      for (const member of members.subarray(1)) forest.join(first, member, kind);
    },
  );
}

function joinNameless(roster: Roster, evidence: Evidence, forest: PeopleForest): void {
  const offers: Offer[] = [];
  eachGroup(
    roster,
    evidence,
    (record) => roster.levels[record] === 0,
    (members, kind) => {
      const named = members.filter((member) => roster.levels[member] !== 0);
      const [to] = named;
      if (to === undefined || !named.every((member) => forest.rootOf(member) === forest.rootOf(to))) return;
      for (const record of members) if (roster.levels[record] === 0) offers.push({ record, to, kind });
    },
  );
  takeOffers(roster, forest, offers);
}

/** A group of records takes its offers when they all lead to one person. */
function takeOffers(roster: Roster, forest: PeopleForest, offers: readonly Offer[]): void {
  const byGroup = new Map<number, Offer[]>();
  for (const offer of offers) {
    const root = forest.rootOf(offer.record);
    const known = byGroup.get(root);
    if (known === undefined) byGroup.set(root, [offer]);
    else known.push(offer);
  }
  const taken = [...byGroup.values()].filter((group) =>
    areOnePerson(
      roster,
      forest,
      group.map((offer) => offer.to),
    ),
  );
  for (const group of taken) for (const offer of group) forest.join(offer.to, offer.record, offer.kind);
}

/** Whether records are one group already, or carry one full name. */
function areOnePerson(roster: Roster, forest: PeopleForest, records: Int32Array | readonly number[]): boolean {
  const first = records[0] ?? -1;
  const root = forest.rootOf(first);
  const person = roster.people[first];
  return (
    records.every((record: number) => forest.rootOf(record) === root) || records.every((record: number) => roster.people[record] === person)
  );
}

function eachGroup(
  roster: Roster,
  evidence: Evidence,
  concerns: (record: number) => boolean,
  visit: (members: Int32Array, kind: number) => void,
): void {
  for (const [kind, groups] of evidence.groups.entries()) {
    const column = roster.values[kind];
    const generic = evidence.generic[kind];
    const visited = new Uint8Array(groups.codes + 1);
    for (let record = 0; record < roster.count; record += 1) {
      const code = column?.[record] ?? 0;
      if (code === 0 || visited[code] === 1 || generic?.[code] === 1 || !concerns(record)) continue;
      visited[code] = 1;
      const members = membersOf(groups, code);
      if (members.length > 1) visit(members, kind);
    }
  }
}
