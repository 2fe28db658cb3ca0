import { removeEmptyCustomers } from '../emit/remove-empty-customers.ts';
import { inBulk } from '../../platform/database/in-bulk.ts';
import { type Plan, customerBefore } from './plan-changes.ts';
import type { Roster } from './roster.ts';
import { stageGolden } from './stage-golden.ts';
import { type Findings, stagePlan } from './stage-plan.ts';
import type { Staging } from '../staging/staging.ts';
import changesSql from './write-changes.sql';
import foundersSql from './write-founders.sql';
import arrivalsSql from './write-arrivals.sql';
import moveSql from './move-records.sql';
import linksSql from './write-links.sql';
import mergedAwaySql from './write-merged-away.sql';
import mergesSql from './write-merges.sql';
import newCustomersSql from './write-new-customers.sql';
import redirectsSql from './write-redirects.sql';
import revivedSql from './write-revived.sql';
import supersededSql from './write-superseded-links.sql';
import undoneMergesSql from './write-undone-merges.sql';

/** Who runs this, and under which run the changes are noted. */
export interface RunStamp {
  id: string;
  startedBy: string;
  now: Date;
}

/** Writes a plan, and stages the golden values of its customers as `golden_values`; returns how many customers were left with nothing and went. */
export async function writePlan(staging: Staging, findings: Findings, plan: Plan, stamp: RunStamp): Promise<number> {
  const { transaction } = staging;
  const { businessId } = transaction;
  const { id, startedBy, now } = stamp;
  const { roster } = findings;
  await stagePlan(staging, findings, plan);
  await writeRecords(staging, roster, plan, now);
  await stageGolden(staging, findings);
  await writeMany(staging, 'customers.customers', plan.created.length, newCustomersSql, [businessId, id, now]);
  if (plan.refounded.length > 0) await staging.run(foundersSql, [businessId]);
  if (plan.undoneMerges.length > 0) await transaction.run(undoneMergesSql, [businessId, plan.undoneMerges, startedBy, now]);
  if (plan.revived.length > 0) await transaction.run(revivedSql, [businessId, plan.revived, now]);
  if (plan.merges.length > 0) {
    await staging.run(mergesSql, [businessId, startedBy, now, id]);
    await staging.run(mergedAwaySql, [businessId, now]);
  }
  if (plan.redirects.length > 0) await staging.run(redirectsSql, [businessId, now]);
  if (plan.moves.some((record) => customerBefore(roster, record) !== null)) await staging.run(supersededSql, [businessId, now]);
  await writeMany(staging, 'customers.links', plan.moves.length, linksSql, [businessId, 'run', startedBy, id, now]);
  await writeMany(staging, 'customers.changes', plan.changes.length, changesSql, [businessId, id, now]);
  return plan.emptied.length === 0 ? 0 : removeEmptyCustomers(transaction, 'select unnest($2::uuid[])', [plan.emptied]);
}

/** Arrivals become records, moved records get their new customer, and nothing waits for the resolver any more. */
async function writeRecords(staging: Staging, roster: Roster, plan: Plan, now: Date): Promise<void> {
  const { businessId } = staging.transaction;
  const arrived = roster.arrived.reduce((sum, flag) => sum + flag, 0);
  await writeMany(staging, 'customers.records', arrived, arrivalsSql, [businessId, now]);
  if (arrived > 0) await staging.transaction.run('truncate arrivals');
  if (plan.moves.some((record) => roster.arrived[record] !== 1)) await staging.run(moveSql, [businessId]);
  const moved = new Set(plan.moves);
  if (roster.waiting?.every((record) => moved.has(record)) === true) return;
  await staging.run('update customers.records set needs_resolving = false where business_id = $1 and needs_resolving', [businessId]);
}

async function writeMany(staging: Staging, table: string, rows: number, sql: string, parameters: readonly unknown[]): Promise<void> {
  if (rows > 0) await inBulk(staging.transaction, { table, rows }, () => staging.run(sql, parameters));
}
