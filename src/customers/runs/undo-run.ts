import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { undoSaying } from '../golden/say/undo-saying.ts';
import { refreshPointers } from '../refresh-pointers.ts';
import { resolveCustomers } from '../resolve-customers.ts';
import { separate } from '../unmerge-customer.ts';
import { requireRun } from './show-run.ts';
import rejoinSql from './rejoin-splits.sql';

export interface UndoRunReport {
  run: string;
  /** Customers that stand for themselves again. */
  restored: string[];
  /** Merges of the run whose rows are gone or that were undone since. */
  leftAlone: number;
  /** Records that go back to the customer they were split from. */
  rejoined: number;
  /** Rules and values set by hand that no longer count. */
  takenBack: number;
  pointers: Record<string, number>;
}

/**
 * Takes back what a run did to customers that stood before it: its merges are undone, its splits
 * joined again, and what was said under it of fields and their rules no longer counts. As with an un-merge that is a decision: no later run does the same again. Records
 * that got their first customer keep it; undoing their import removes them.
 */
export async function undoRun(transaction: BusinessTransaction, wanted: string, options: DecisionOptions): Promise<UndoRunReport> {
  const { businessId } = transaction;
  const id = wanted.trim().toLowerCase();
  await requireRun(transaction, id);
  const now = new Date();
  const merges = await transaction.rows<{ merged: string; stands: boolean }>(
    `select merge.merged_customer_id as merged, redirect.id is not null and founder.id is not null as stands
     from customers.merges as merge
     left join customers.redirects as redirect on redirect.business_id = $1 and redirect.merge_id = merge.id
     left join customers.customers as gone on gone.business_id = $1 and gone.id = merge.merged_customer_id
     left join customers.records as founder on founder.business_id = $1 and founder.id = gone.founding_record_id
     where merge.business_id = $1 and merge.run_id::text = $2
     order by merge.id desc`,
    [businessId, id],
  );
  const standing = merges.filter(({ stands }) => stands);
  for (const { merged } of standing) await separate(transaction, merged, options.decidedBy, now);
  const rejoined = await transaction.run(rejoinSql, [businessId, id, options.decidedBy, now]);
  const takenBack = await undoSaying(transaction, id, options.decidedBy, now);
  if (standing.length === 0 && rejoined === 0 && takenBack === 0)
    throw new Fault('nothing_to_undo', `Run ${id} merged, split and set nothing that still stands so, so there is nothing to undo.`, {
      exit: 'usage',
      status: 409,
    });
  await transaction.run('update customers.runs set undone_at = $3 where business_id = $1 and id::text = $2', [businessId, id, now]);
  await resolveCustomers(transaction, { startedBy: options.decidedBy, purpose: 'undo run' });
  const pointers = await refreshPointers(transaction, options);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'customers.undo-run', $5, $6)`,
    [businessId, uuidV7(), now, options.decidedBy, id, JSON.stringify({ restored: standing.length, rejoined, takenBack })],
  );
  const restored = standing.map(({ merged }) => merged);
  return { run: id, restored, leftAlone: merges.length - standing.length, rejoined, takenBack, pointers };
}
