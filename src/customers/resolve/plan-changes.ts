import { uuidV7 } from '../../platform/uuid.ts';
import { type People, type Person, membersOfPerson } from './assign-customers.ts';
import type { KnownCustomer } from './known-customers.ts';
import { type Roster, recordIdOf } from './roster.ts';

export interface Merge {
  id: string;
  kept: string;
  merged: string;
  /** The founding record of the merged customer: its tie says why. */
  founder: number;
}

export interface Change {
  event: 'customer.created' | 'customer.merged' | 'customer.split';
  customer: string;
  other: string | null;
  records: string[];
}

/** Everything a run is going to write, and nothing that stands already. */
export interface Plan {
  created: { id: string; founder: number }[];
  refounded: { id: string; founder: number }[];
  revived: string[];
  merges: Merge[];
  undoneMerges: string[];
  redirects: { id: string; to: string; mergeId: string }[];
  /** Records whose customer changes; where to is what `People` says. */
  moves: number[];
  emptied: string[];
  changes: Change[];
}

/** Compares who is who now with who is who before. */
export function planChanges(roster: Roster, people: People, known: readonly KnownCustomer[]): Plan {
  const plan: Plan = {
    created: [],
    refounded: [],
    revived: [],
    merges: [],
    undoneMerges: [],
    redirects: [],
    moves: [],
    emptied: [],
    changes: [],
  };
  const owned = new Set<string>();
  for (const [index, person] of people.list.entries()) {
    for (const owner of person.owners) owned.add(owner.id);
    planPerson(person, plan);
    for (const record of membersOfPerson(people, index)) if (customerBefore(roster, record) !== person.customerId) plan.moves.push(record);
  }
  plan.emptied = known.filter((customer) => !owned.has(customer.id)).map((customer) => customer.id);
  tellMoves(roster, people, plan);
  return plan;
}

/** The customer a record is linked to before the run. */
export function customerBefore(roster: Roster, record: number): string | null {
  return roster.customerIds[roster.customers[record] ?? -1] ?? null;
}

function planPerson(person: Person, plan: Plan): void {
  const { customerId, owners } = person;
  if (customerId === null) return;
  if (person.isNew) plan.created.push({ id: customerId, founder: person.founder });
  const [keeper, ...others] = owners;
  if (keeper === undefined) return;
  for (const owner of owners) if (owner.hasNewFounder) plan.refounded.push({ id: owner.id, founder: owner.founder });
  if (!keeper.isPrimary) {
    plan.revived.push(keeper.id);
    if (keeper.merged !== null) plan.undoneMerges.push(keeper.merged.mergeId);
  }
  for (const other of others) planOther(customerId, other, owners, plan);
}

/**
 * A customer that is part of another now. One merged long ago keeps its merge as long as the
 * customer it went into is in the same group; else that merge ends and a new one is noted.
 */
function planOther(kept: string, other: KnownCustomer, owners: readonly KnownCustomer[], plan: Plan): void {
  const { merged } = other;
  if (!other.isPrimary && merged !== null && owners.some((owner) => owner.id === merged.kept)) {
    if (merged.to !== kept) plan.redirects.push({ id: other.id, to: kept, mergeId: merged.mergeId });
    return;
  }
  if (merged !== null) plan.undoneMerges.push(merged.mergeId);
  const merge: Merge = { id: uuidV7(), kept, merged: other.id, founder: other.founder };
  plan.merges.push(merge);
  plan.redirects.push({ id: other.id, to: kept, mergeId: merge.id });
}

/** What the feed says: created, merged with the records that came along, and every other move as a split. */
function tellMoves(roster: Roster, people: People, plan: Plan): void {
  for (const { id } of plan.created) plan.changes.push({ event: 'customer.created', customer: id, other: null, records: [] });
  const routes = new Map<string, Change>();
  for (const merge of plan.merges) {
    const change: Change = { event: 'customer.merged', customer: merge.kept, other: merge.merged, records: [] };
    routes.set(`${merge.kept} ${merge.merged}`, change);
    plan.changes.push(change);
  }
  for (const record of plan.moves) {
    const from = customerBefore(roster, record);
    const to = people.list[people.personOf[record] ?? -1]?.customerId ?? null;
    if (from === null || to === null) continue;
    const route = `${to} ${from}`;
    const change: Change = routes.get(route) ?? { event: 'customer.split', customer: to, other: from, records: [] };
    if (!routes.has(route)) {
      routes.set(route, change);
      plan.changes.push(change);
    }
    change.records.push(recordIdOf(roster, record));
  }
}
