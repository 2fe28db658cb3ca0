import type { BusinessTransaction } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { uuidV7 } from '../platform/uuid.ts';
import type { DecisionOptions } from './merge-customers.ts';
import keepApartSql from './keep-apart.sql';
import pinSql from './pin-records.sql';
import { refreshPointers } from './refresh-pointers.ts';
import { resolveCustomers } from './resolve-customers.ts';
import revokeMergeSql from './revoke-merge.sql';

export interface UnmergeReport {
  /** The customer that stands for itself again. */
  restored: string;
  /** The customer it was part of. */
  from: string;
  records: number;
  pointers: Record<string, number>;
  /** Hand edits made since the merge: they stay with the customer they were made on. */
  conflicts: string[];
}

interface OpenMerge {
  kept: string;
  merged_at: Date;
  kept_name: string;
  edited_at: Date | null;
  edited_fields: string[];
  restored_founder: string | null;
  kept_founder: string | null;
}

/**
 * Takes a customer that was merged away out again, at any time: it gets its id and its records
 * back, every row that came along points at it again, and the two are kept apart from now on
 * (a run never merges them again). Hand edits of either customer stay.
 */
export async function unmergeCustomer(transaction: BusinessTransaction, wanted: string, options: DecisionOptions): Promise<UnmergeReport> {
  const { businessId } = transaction;
  const id = wanted.trim().toLowerCase();
  const now = new Date();
  const merge = await separate(transaction, id, options.decidedBy, now);
  const resolved = await resolveCustomers(transaction, { startedBy: options.decidedBy, purpose: 'unmerge', keep: id });
  const pointers = await refreshPointers(transaction, options);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'customers.unmerge', $5, $6)`,
    [businessId, uuidV7(), now, options.decidedBy, id, JSON.stringify({ from: merge.kept })],
  );
  return { restored: id, from: merge.kept, records: resolved.moved, pointers, conflicts: findConflicts(merge) };
}

/** Writes the decisions that keep a merged-away customer and the one it is part of apart; the next resolve acts on them. */
export async function separate(transaction: BusinessTransaction, id: string, decidedBy: string, now: Date): Promise<OpenMerge> {
  const { businessId } = transaction;
  const merge = await getOpenMerge(transaction, id);
  if (merge.restored_founder === null || merge.kept_founder === null) {
    throw new Fault(
      'nothing_to_restore',
      `The rows of customer ${id} were removed (their import was undone), so there is nothing to take out again.`,
      { exit: 'usage', status: 409 },
    );
  }
  await transaction.run(revokeMergeSql, [businessId, id, merge.kept, now, merge.merged_at]);
  await transaction.run(keepApartSql, [businessId, id, merge.kept, decidedBy, now, merge.merged_at]);
  await transaction.run(pinSql, [businessId, id, merge.kept, decidedBy, now, merge.merged_at]);
  await transaction.run('update customers.records set needs_resolving = true where business_id = $1 and customer_id = $2', [
    businessId,
    merge.kept,
  ]);
  return merge;
}

function findConflicts(merge: OpenMerge): string[] {
  if (merge.edited_at === null || merge.edited_at <= merge.merged_at || merge.edited_fields.length === 0) return [];
  return [
    `${merge.edited_fields.join(', ')} of ${merge.kept_name} (${merge.kept}) edited by hand since the merge: kept there. If it was meant for the other one, edit both.`,
  ];
}

async function getOpenMerge(transaction: BusinessTransaction, id: string): Promise<OpenMerge> {
  const [merge] = await transaction.rows<OpenMerge>(
    `select redirect.customer_id as kept, merge.merged_at, kept.name as kept_name, kept.edited_at, kept.edited_fields, gone_founder.id as restored_founder, kept_founder.id as kept_founder
     from customers.redirects as redirect
     join customers.merges as merge on merge.business_id = $1 and merge.id = redirect.merge_id
     join customers.customers as gone on gone.business_id = $1 and gone.id = redirect.id
     join customers.customers as kept on kept.business_id = $1 and kept.id = redirect.customer_id
     left join customers.records as gone_founder on gone_founder.business_id = $1 and gone_founder.id = gone.founding_record_id
     left join customers.records as kept_founder on kept_founder.business_id = $1 and kept_founder.id = kept.founding_record_id
     where redirect.business_id = $1 and redirect.id::text = $2`,
    [transaction.businessId, id],
  );
  if (merge !== undefined) return merge;
  throw new Fault(
    'not_merged',
    `No customer ${id} is merged into another. "throughline customers show ID" lists what was merged into a customer.`,
    { exit: 'usage', status: 404 },
  );
}
