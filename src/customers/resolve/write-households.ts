import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Scope } from './choose-scope.ts';
import type { SharedValue } from './find-households.ts';
import { type Roster, recordIdOf } from './roster.ts';
import { stageTable } from './stage-plan.ts';
import addHouseholdsSql from './add-households.sql';
import addMembersSql from './add-household-members.sql';
import allSql from './all-households.sql';
import dropHouseholdsSql from './drop-households.sql';
import dropMembersSql from './drop-household-members.sql';
import concernedSql from './concerned-households.sql';
import wantedSql from './wanted-households.sql';

/** Brings households in line with the shared values found; returns how many rows it touched. */
export async function writeHouseholds(
  transaction: BusinessTransaction,
  roster: Roster,
  shared: readonly SharedValue[],
  scope: Scope,
  runId: string,
  now: Date,
): Promise<number> {
  const { businessId } = transaction;
  await stageTable(
    transaction,
    'planned_members (value_kind text, record_id uuid, customer_id uuid)',
    (function* () {
      for (const { kind, record, customers } of shared)
        for (const customer of customers) yield [kind, recordIdOf(roster, record), customer];
    })(),
  );
  await transaction.run('drop table if exists pg_temp.wanted_members, pg_temp.concerned_households');
  await transaction.run(wantedSql, [businessId]);
  await transaction.run(scope === 'all' ? allSql : concernedSql, [businessId]);
  await transaction.run('analyze wanted_members');
  await transaction.run('analyze concerned_households');
  const dropped = (await transaction.run(dropMembersSql, [businessId])) + (await transaction.run(dropHouseholdsSql, [businessId]));
  const added = (await transaction.run(addHouseholdsSql, [businessId, runId, now])) + (await transaction.run(addMembersSql, [businessId]));
  return dropped + added;
}
