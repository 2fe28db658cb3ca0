import { uuidV7 } from '../../platform/uuid.ts';
import type { People } from './assign-customers.ts';
import { type Plan, customerBefore } from './plan-changes.ts';
import { type Roster, recordIdOf } from './roster.ts';
import type { Staging } from '../staging/staging.ts';
import type { Ground, Ties } from './ties.ts';

/** What a run found out: its records, who they are, and why. */
export interface Findings {
  roster: Roster;
  generic: readonly Uint8Array[];
  people: People;
  ties: Ties;
}

/** Stages a plan (`planned_…`), so that each of its parts is written by one statement. */
export async function stagePlan(staging: Staging, { roster, people, ties }: Findings, plan: Plan): Promise<void> {
  const idOf = (record: number): string => recordIdOf(roster, record);
  await staging.put(
    'planned_customers',
    (function* () {
      for (const { id, founder } of plan.created) yield [id, idOf(founder), 't'];
      for (const { id, founder } of plan.refounded) yield [id, idOf(founder), 'f'];
    })(),
  );
  await staging.put(
    'planned_merges',
    plan.merges.map((merge) => [merge.id, merge.kept, merge.merged, idOf(merge.founder), ...groundValues(ties.groundOf(merge.founder))]),
  );
  await staging.put(
    'planned_redirects',
    plan.redirects.map(({ id, to, mergeId }) => [id, to, mergeId]),
  );
  await staging.put(
    'planned_moves',
    (function* () {
      for (const record of plan.moves) {
        const to = people.list[people.personOf[record] ?? -1]?.customerId ?? null;
        yield [
          idOf(record),
          uuidV7(),
          to,
          customerBefore(roster, record),
          roster.arrived[record] === 1 ? 't' : 'f',
          ...groundValues(ties.groundOf(record)),
        ];
      }
    })(),
  );
  await staging.put(
    'planned_changes',
    (function* () {
      for (const change of plan.changes) yield [change.event, change.customer, change.other, `{${change.records.join(',')}}`];
    })(),
  );
}

function groundValues(ground: Ground): (string | null)[] {
  return [ground.method, String(ground.confidence), ground.by, String(ground.shared), ground.names, ground.with];
}
