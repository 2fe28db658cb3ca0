import { uuidV7 } from '../../platform/uuid.ts';
import type { Person } from './assign-customers.ts';
import { confidenceOf } from './confidence.ts';
import type { JoinWalk, Tie } from './explain-joins.ts';
import type { KnownCustomer } from './known-customers.ts';
import { DECISION } from './people-forest.ts';
import { type Roster, recordIdOf } from './roster.ts';

/** How a link or a merge came about. */
export interface Ground {
  method: 'FIRST_SEEN' | 'EXACT_MATCH' | 'MANUAL_APPROVAL';
  confidence: number;
  tie: Tie | null;
}

export interface Move extends Ground {
  record: number;
  linkId: string;
  to: string | null;
  from: string | null;
}

export interface Merge extends Ground {
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
  moves: Move[];
  emptied: string[];
  changes: Change[];
}

/** Compares who is who now with who is who before. */
export function planChanges(roster: Roster, people: readonly Person[], known: readonly KnownCustomer[], walk: JoinWalk): Plan {
  const plan: Plan = { created: [], refounded: [], revived: [], merges: [], undoneMerges: [], redirects: [], moves: [], emptied: [], changes: [] };
  const owned = new Set<string>();
  for (const person of people) {
    for (const owner of person.owners) owned.add(owner.id);
    planPerson(roster, person, walk, plan);
  }
  plan.emptied = known.filter((customer) => !owned.has(customer.id)).map((customer) => customer.id);
  tellMoves(roster, plan);
  return plan;
}

function planPerson(roster: Roster, person: Person, walk: JoinWalk, plan: Plan): void {
  const { customerId } = person;
  const moving = person.records.filter((record) => customerOf(roster, record) !== customerId);
  const [keeper, ...others] = person.owners;
  const mergedNow = others.filter((other) => other.isPrimary || needsNewMerge(person, other));
  const ties = moving.length > 0 || mergedNow.length > 0 ? walk.tiesFrom(person.founder) : new Map<number, Tie>();
  if (customerId !== null) {
    if (person.isNew) plan.created.push({ id: customerId, founder: person.founder });
    for (const owner of person.owners) if (owner.hasNewFounder) plan.refounded.push({ id: owner.id, founder: owner.founder });
    if (keeper !== undefined && !keeper.isPrimary) revive(keeper, plan);
    for (const other of others) planOther(customerId, other, mergedNow.includes(other), ties, plan);
  }
  for (const record of moving) {
    const ground = record === person.founder ? FIRST_SEEN : groundOf(ties.get(record));
    plan.moves.push({ record, linkId: uuidV7(), to: customerId, from: customerOf(roster, record), ...ground });
  }
}

/** A customer merged long ago needs a new merge when the one it went into is no longer in its group. */
function needsNewMerge(person: Person, other: KnownCustomer): boolean {
  const { merged } = other;
  return merged === null || !person.owners.some((owner) => owner.id === merged.kept);
}

function revive(keeper: KnownCustomer, plan: Plan): void {
  plan.revived.push(keeper.id);
  if (keeper.merged !== null) plan.undoneMerges.push(keeper.merged.mergeId);
}

function planOther(kept: string, other: KnownCustomer, isMergedNow: boolean, ties: Map<number, Tie>, plan: Plan): void {
  const { merged } = other;
  if (!isMergedNow) {
    if (merged !== null && merged.to !== kept) plan.redirects.push({ id: other.id, to: kept, mergeId: merged.mergeId });
    return;
  }
  if (merged !== null) plan.undoneMerges.push(merged.mergeId);
  const merge: Merge = { id: uuidV7(), kept, merged: other.id, founder: other.founder, ...groundOf(ties.get(other.founder)) };
  plan.merges.push(merge);
  plan.redirects.push({ id: other.id, to: kept, mergeId: merge.id });
}

const FIRST_SEEN: Ground = { method: 'FIRST_SEEN', confidence: 1, tie: null };

function groundOf(tie: Tie | undefined): Ground {
  if (tie === undefined) return FIRST_SEEN;
  return { method: tie.reason === DECISION ? 'MANUAL_APPROVAL' : 'EXACT_MATCH', confidence: confidenceOf(tie.reason, tie.shared, tie.names), tie };
}

function customerOf(roster: Roster, record: number): string | null {
  return roster.customerIds[roster.customers[record] ?? -1] ?? null;
}

/** What the feed says: created, merged with the records that came along, and every other move as a split. */
function tellMoves(roster: Roster, plan: Plan): void {
  for (const { id } of plan.created) plan.changes.push({ event: 'customer.created', customer: id, other: null, records: [] });
  const routes = new Map<string, Change>();
  for (const merge of plan.merges) {
    const change: Change = { event: 'customer.merged', customer: merge.kept, other: merge.merged, records: [] };
    routes.set(`${merge.kept} ${merge.merged}`, change);
    plan.changes.push(change);
  }
  for (const { record, to, from } of plan.moves) {
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
