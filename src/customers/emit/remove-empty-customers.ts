import type { BusinessTransaction } from '../../platform/database/database.ts';
import { deleteWithDependents } from '../../platform/database/references/delete-with-dependents.ts';
import findSql from './find-empty-customers.sql';
import forgetSql from './forget-links.sql';
import noteSql from './note-removed-customers.sql';
import { noteSaidOf } from './waiting-values.ts';

/**
 * Removes those of the given customers (SQL that selects their ids; parameters from $2 on), and
 * of the ones merged into them, that no record is left of: nobody but the rows that are gone knew
 * of them. Customers a person edited stay. Merges, redirects and households follow by foreign
 * key. Returns how many present customers went.
 */
export async function removeEmptyCustomers(
  transaction: BusinessTransaction,
  candidates: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  const { businessId } = transaction;
  await transaction.run('drop table if exists pg_temp.empty_customers');
  const empty = await transaction.run(
    findSql.replace(':candidates', () => candidates),
    [businessId, ...parameters],
  );
  if (empty === 0) return 0;
  await transaction.run('analyze empty_customers');
  await noteSaidOf(transaction);
  await transaction.run(forgetSql, [businessId]);
  await deleteWithDependents(transaction, 'customers.customers', 'empty_customers');
  await transaction.run(noteSql, [businessId, new Date()]);
  const { present } = await transaction.one<{ present: number }>(
    'select count(*) filter (where is_primary_record) as present from empty_customers',
  );
  return present;
}
