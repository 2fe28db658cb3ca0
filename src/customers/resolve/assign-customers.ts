import { uuidV7 } from '../../platform/uuid.ts';
import type { KnownCustomer } from './known-customers.ts';
import type { PeopleForest } from './people-forest.ts';
import type { Roster } from './roster.ts';

/** A group of records that is one person, and the customer it is from now on. */
export interface Person {
  /** Its records, oldest first. */
  records: number[];
  /** Null for records that name nobody: no name, no e-mail, no phone that says anything. */
  customerId: string | null;
  /** Position of the record that founded the customer. */
  founder: number;
  isNew: boolean;
  /** The customers whose founding records lie in this group, the keeper first. */
  owners: KnownCustomer[];
}

/**
 * Gives every group of records its customer so that ids stay put. Whoever holds a customer's
 * founding record holds its id; of several, the oldest that stands for itself is kept, else
 * the oldest of those once merged comes back; a group without any gets a new id.
 */
export function assignCustomers(roster: Roster, forest: PeopleForest, known: readonly KnownCustomer[], saysSomething: (record: number) => boolean): Person[] {
  const people = new Map<number, Person>();
  for (let record = 0; record < roster.count; record += 1) {
    const root = forest.rootOf(record);
    const person = people.get(root);
    if (person === undefined) people.set(root, { records: [record], customerId: null, founder: record, isNew: false, owners: [] });
    else person.records.push(record);
  }
  for (const customer of known) {
    if (customer.founder >= 0) people.get(forest.rootOf(customer.founder))?.owners.push(customer);
  }
  for (const person of people.values()) chooseKeeper(person, saysSomething);
  return [...people.values()];
}

function chooseKeeper(person: Person, saysSomething: (record: number) => boolean): void {
  if (!person.records.some(saysSomething)) {
    person.owners = [];
    return;
  }
  person.owners.sort((a, b) => Number(b.isPrimary) - Number(a.isPrimary) || a.founder - b.founder);
  const [keeper] = person.owners;
  person.isNew = keeper === undefined;
  person.customerId = keeper?.id ?? uuidV7();
  person.founder = keeper?.founder ?? person.records[0] ?? -1;
}
