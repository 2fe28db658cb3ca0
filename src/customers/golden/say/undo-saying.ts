import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { restateGolden } from '../settle-golden.ts';
import undoSayingSql from './undo-saying.sql';

/**
 * Takes back what was said under a run: the line before it counts again. Returns how many lines
 * were taken back; 0 when the run said nothing that still stands.
 */
export async function undoSaying(transaction: BusinessTransaction, run: string, decidedBy: string, now: Date): Promise<number> {
  const { businessId } = transaction;
  const undone = await transaction.one<{ rules: number; customers: string[] }>(undoSayingSql, [businessId, run, decidedBy, now]);
  if (undone.rules > 0) await restateGolden(transaction, `select id from customers.customers where business_id = '${businessId}'`, now);
  else if (undone.customers.length > 0) await restateGolden(transaction, `select unnest('{${undone.customers.join(',')}}'::uuid[])`, now);
  return undone.rules + undone.customers.length;
}
