import type { BusinessTransaction } from '../../platform/database/database.ts';
import findSql from './find-empty-customers.sql';
import forgetSql from './forget-links.sql';
import removeSql from './remove-customers.sql';

/**
 * Removes those of the given customers, and of the ones merged into them, that no record is
 * left of: nobody but the rows that are gone knew of them. Customers a person edited stay.
 * Returns how many present customers went.
 */
export async function removeEmptyCustomers(transaction: BusinessTransaction, candidates: readonly string[]): Promise<number> {
  if (candidates.length === 0) return 0;
  const { businessId } = transaction;
  const empty = await transaction.rows<{ id: string; is_primary_record: boolean }>(findSql, [businessId, candidates]);
  if (empty.length === 0) return 0;
  const ids = empty.map((customer) => customer.id);
  await transaction.run(forgetSql, [businessId, ids]);
  await transaction.run(removeSql, [businessId, ids, new Date()]);
  return empty.filter((customer) => customer.is_primary_record).length;
}
