import type { BusinessTransaction } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { getCustomerId } from './find-customer.ts';
import type { DependentPointer, RecordSource } from './record-source.ts';
import { refreshPointers } from './refresh-pointers.ts';
import { resolveCustomers } from './resolve-customers.ts';
import revokeSql from './revoke-decisions.sql';

export interface DecisionOptions {
  decidedBy: string;
  sources: readonly RecordSource[];
  dependents: readonly DependentPointer[];
}

export interface MergeReport {
  kept: string;
  merged: string[];
  /** Records that now belong to the kept customer. */
  records: number;
  /** Rows whose customer changed, by table. */
  pointers: Record<string, number>;
}

/**
 * A person says that customers are one: written as a decision between their founding records,
 * which outranks every rule, then resolved. The kept id stays, the others redirect to it.
 * Runs inside the caller's transaction; rolling back is the dry run.
 */
export async function mergeCustomers(
  transaction: BusinessTransaction,
  keep: string,
  others: readonly string[],
  options: DecisionOptions,
): Promise<MergeReport> {
  const { businessId } = transaction;
  const kept = await getCustomerId(transaction, keep);
  const merged: string[] = [];
  for (const other of others) {
    const id = await getCustomerId(transaction, other);
    if (id !== kept && !merged.includes(id)) merged.push(id);
  }
  if (merged.length === 0)
    throw new Fault('already_one', `They are one customer already (${kept}). "throughline customers explain" says why.`, {
      exit: 'usage',
      status: 409,
    });
  await requireRecords(transaction, [kept, ...merged]);
  const now = new Date();
  for (const id of merged) {
    await transaction.run(revokeSql, [businessId, kept, id, now, ['different', 'household']]);
    await transaction.run(
      `insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
       select $1, $2, one.founding_record_id, other.founding_record_id, 'same', $5, $6
       from customers.customers as one
       join customers.customers as other on other.business_id = $1 and other.id = $4
       where one.business_id = $1 and one.id = $3`,
      [businessId, uuidV7(), kept, id, options.decidedBy, now],
    );
  }
  await transaction.run('update customers.records set needs_resolving = true where business_id = $1 and customer_id = any ($2::uuid[])', [
    businessId,
    [kept, ...merged],
  ]);
  const resolved = await resolveCustomers(transaction, { startedBy: options.decidedBy, purpose: 'merge', keep: kept });
  const pointers = await refreshPointers(transaction, options);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, 'customers.merge', $5, $6)`,
    [businessId, uuidV7(), now, options.decidedBy, kept, JSON.stringify({ merged })],
  );
  return { kept, merged, records: resolved.moved, pointers };
}

/** A decision is about records: a customer that has none (its rows were undone) has nothing to merge. */
async function requireRecords(transaction: BusinessTransaction, ids: readonly string[]): Promise<void> {
  const [bare] = await transaction.rows<{ id: string; name: string }>(
    `select customer.id, customer.name
     from customers.customers as customer
     left join customers.records as founder on founder.business_id = $1 and founder.id = customer.founding_record_id
     where customer.business_id = $1 and customer.id = any ($2::uuid[]) and founder.id is null`,
    [transaction.businessId, ids],
  );
  if (bare === undefined) return;
  throw new Fault(
    'nothing_to_merge',
    `No row names ${bare.name} (${bare.id}) any more, so there is nothing to merge. Run "throughline journey build --execute" if rows came in since.`,
    { exit: 'usage', status: 409 },
  );
}
