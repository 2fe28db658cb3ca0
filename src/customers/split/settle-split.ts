import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { DecisionOptions } from '../merge-customers.ts';
import { refreshPointers } from '../refresh-pointers.ts';
import { resolveCustomers } from '../resolve-customers.ts';

export interface SplitReport {
  /** The record that was taken out or put back. */
  record: string;
  /** Whose it is now; null when it names nobody by itself. */
  to: string | null;
  /** The customer of the records it was taken from, or is kept apart from; the same as `to` when they are one again. */
  from: string;
  /** The word that keeps them apart: taking it back undoes the split. */
  decision: string;
  /** Records that got another customer. */
  records: number;
  /** Rows whose customer changed, by table. */
  pointers: Record<string, number>;
}

export interface Act {
  record: string;
  /** The record that the others gather round. */
  rest: string;
  /** Records that something was said of or taken back. */
  spoken: readonly string[];
  decision: string;
  act: 'split' | 'put back';
  now: Date;
}

/** After a word about a record was said or taken back: who is who now, with a line in the audit log. */
export async function settleSplit(transaction: BusinessTransaction, act: Act, options: DecisionOptions): Promise<SplitReport> {
  const { businessId } = transaction;
  const { record, rest, spoken, decision } = act;
  await transaction.run(
    `update customers.records set needs_resolving = true
     where business_id = $1 and customer_id in (select customer_id from customers.records where business_id = $1 and id = any ($2::uuid[]))`,
    [businessId, spoken],
  );
  const resolved = await resolveCustomers(transaction, { startedBy: options.decidedBy, purpose: act.act });
  const pointers = await refreshPointers(transaction, options);
  const holders = await transaction.rows<{ id: string; customerId: string | null }>(
    'select id, customer_id as "customerId" from customers.records where business_id = $1 and id = any ($2::uuid[])',
    [businessId, [record, rest]],
  );
  const to = holders.find(({ id }) => id === record)?.customerId ?? null;
  const from = holders.find(({ id }) => id === rest)?.customerId ?? '';
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, $2, $3, $4, $5, $6, $7)`,
    [
      businessId,
      uuidV7(),
      act.now,
      options.decidedBy,
      act.act === 'split' ? 'customers.split' : 'customers.put-back',
      from,
      JSON.stringify({ record, to, decision }),
    ],
  );
  return { record, to, from, decision, records: resolved.moved, pointers };
}
