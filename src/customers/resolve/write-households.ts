import type { Scope } from './choose-scope.ts';
import type { SharedValue } from './find-households.ts';
import { type Roster, recordIdOf } from './roster.ts';
import type { Staging } from '../staging/staging.ts';
import addHouseholdsSql from './add-households.sql';
import addMembersSql from './add-household-members.sql';
import allSql from './all-households.sql';
import dropHouseholdsSql from './drop-households.sql';
import dropMembersSql from './drop-household-members.sql';
import concernedSql from './concerned-households.sql';
import wantedSql from './wanted-households.sql';

/** Brings households in line with the shared values found; returns how many rows it touched. */
export async function writeHouseholds(
  staging: Staging,
  roster: Roster,
  shared: readonly SharedValue[],
  scope: Scope,
  runId: string,
  now: Date,
): Promise<number> {
  const { businessId } = staging.transaction;
  await staging.put(
    'planned_members',
    (function* () {
      for (const { kind, record, customers } of shared)
        for (const customer of customers) yield [kind, recordIdOf(roster, record), customer];
    })(),
  );
  await staging.select('concerned_households', scope === 'all' ? allSql : concernedSql, [businessId]);
  if (staging.areFew && shared.length === 0 && staging.heldRows('concerned_households').length === 0) return 0;
  await staging.select('wanted_members', wantedSql, [businessId]);
  const dropped = (await staging.run(dropMembersSql, [businessId])) + (await staging.run(dropHouseholdsSql, [businessId]));
  if (shared.length === 0) return dropped;
  return dropped + (await staging.run(addHouseholdsSql, [businessId, runId, now])) + (await staging.run(addMembersSql, [businessId]));
}
