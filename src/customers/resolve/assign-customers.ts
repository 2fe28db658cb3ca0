import { uuidV7 } from '../../platform/uuid.ts';
import type { KnownCustomer } from './known-customers.ts';
import type { PeopleForest } from './people-forest.ts';
import type { Roster } from './roster.ts';

/** A group of records that is one person, and the customer it is from now on. */
export interface Person {
  /** Null for records that name nobody: no name, no e-mail, no phone that says anything. */
  customerId: string | null;
  /** The record that founded the customer. */
  founder: number;
  isNew: boolean;
  /** The customers whose founding records lie in this group, the keeper first. */
  owners: readonly KnownCustomer[];
}

/** All people of a run; records of person p stand in `members` from starts[p] to starts[p + 1], oldest first. */
export interface People {
  list: Person[];
  personOf: Int32Array;
  starts: Int32Array;
  members: Int32Array;
}

/**
 * Gives every group of records its customer so that ids stay put. Whoever holds a customer's
 * founding record holds its id; of several, the oldest that stands for itself is kept, else
 * the oldest of those once merged comes back; a group without any gets a new id.
 */
export function assignCustomers(
  roster: Roster,
  forest: PeopleForest,
  known: readonly KnownCustomer[],
  saysSomething: (record: number) => boolean,
  keep: ReadonlySet<string>,
): People {
  const people = groupRecords(roster, forest);
  const owners = new Map<number, KnownCustomer[]>();
  for (const customer of known) {
    if (customer.founder < 0) continue;
    const person = people.personOf[customer.founder] ?? -1;
    const others = owners.get(person);
    if (others === undefined) owners.set(person, [customer]);
    else others.push(customer);
  }
  for (const [index, person] of people.list.entries()) {
    if (membersOfPerson(people, index).some(saysSomething)) chooseKeeper(person, owners.get(index) ?? [], keep);
  }
  return people;
}

/** The records of one person, oldest first. */
export function membersOfPerson(people: People, person: number): Int32Array {
  return people.members.subarray(people.starts[person], people.starts[person + 1]);
}

const NOBODY: readonly KnownCustomer[] = [];

function groupRecords(roster: Roster, forest: PeopleForest): People {
  const list: Person[] = [];
  const personOf = new Int32Array(roster.count);
  const personOfRoot = new Int32Array(roster.count).fill(-1);
  for (let record = 0; record < roster.count; record += 1) {
    const root = forest.rootOf(record);
    if (personOfRoot[root] === -1) personOfRoot[root] = list.push({ customerId: null, founder: record, isNew: false, owners: NOBODY }) - 1;
    personOf[record] = personOfRoot[root] ?? 0;
  }
  const starts = new Int32Array(list.length + 1);
  for (const person of personOf) starts[person + 1] = (starts[person + 1] ?? 0) + 1;
  for (let person = 1; person < starts.length; person += 1) starts[person] = (starts[person] ?? 0) + (starts[person - 1] ?? 0);
  const next = starts.slice();
  const members = new Int32Array(roster.count);
  for (let record = 0; record < roster.count; record += 1) {
    const person = personOf[record] ?? 0;
    const at = next[person] ?? 0;
    members[at] = record;
    next[person] = at + 1;
  }
  return { list, personOf, starts, members };
}

/** `keep`: the ids a person asked to keep come before the oldest. */
function chooseKeeper(person: Person, owners: KnownCustomer[], keep: ReadonlySet<string>): void {
  const [keeper] = owners.sort(
    (a, b) => Number(keep.has(b.id)) - Number(keep.has(a.id)) || Number(b.isPrimary) - Number(a.isPrimary) || a.founder - b.founder,
  );
  person.isNew = keeper === undefined;
  person.customerId = keeper?.id ?? uuidV7();
  if (keeper === undefined) return;
  person.owners = owners;
  person.founder = keeper.founder;
}
