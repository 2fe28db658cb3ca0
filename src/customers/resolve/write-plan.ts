import { removeEmptyCustomers } from '../emit/remove-empty-customers.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Plan } from './plan-changes.ts';
import type { Roster } from './roster.ts';
import { stagePlan } from './stage-plan.ts';
import changesSql from './write-changes.sql';
import foundersSql from './write-founders.sql';
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

/** After this many moves the planner is told. */
const MANY = 1_000;

/** Writes a plan; returns how many customers were left with nothing and went. */
export async function writePlan(transaction: BusinessTransaction, roster: Roster, plan: Plan, stamp: RunStamp): Promise<number> {
  const { businessId } = transaction;
  const { id, startedBy, now } = stamp;
  await stagePlan(transaction, roster, plan);
  if (plan.created.length > 0) await transaction.run(newCustomersSql, [businessId, id, now]);
  if (plan.refounded.length > 0) await transaction.run(foundersSql, [businessId]);
  if (plan.undoneMerges.length > 0) await transaction.run(undoneMergesSql, [businessId, plan.undoneMerges, startedBy, now]);
  if (plan.revived.length > 0) await transaction.run(revivedSql, [businessId, plan.revived, now]);
  if (plan.merges.length > 0) {
    await transaction.run(mergesSql, [businessId, startedBy, now]);
    await transaction.run(mergedAwaySql, [businessId, now]);
  }
  if (plan.redirects.length > 0) await transaction.run(redirectsSql, [businessId, now]);
  if (plan.moves.length > 0) {
    await transaction.run(supersededSql, [businessId, now]);
    await transaction.run(linksSql, [businessId, 'run', startedBy, id, now]);
  }
  if (plan.moves.length > MANY) await transaction.run('select customers.refresh_statistics()');
  if (plan.changes.length > 0) await transaction.run(changesSql, [businessId, id, now]);
  await transaction.run('update customers.records set needs_resolving = false where business_id = $1 and needs_resolving', [businessId]);
  return removeEmptyCustomers(transaction, plan.emptied);
}
