import type { BusinessTransaction } from '../../platform/database/database.ts';
import { deleteWithDependents } from '../../platform/database/references/delete-with-dependents.ts';
import { removeEmptyCustomers } from './remove-empty-customers.ts';
import dropHouseholdsSql from './drop-lonely-households.sql';
import forgetLinksSql from './forget-record-links.sql';
import leaveHouseholdsSql from './leave-households.sql';
import makeReopenedSql from './make-reopened.sql';
import makeTouchedSql from './make-touched.sql';
import reopenSql from './reopen-companions.sql';

export interface RemovedRecords {
  records: number;
  customers: number;
}

/**
 * Removes person records, given as the SQL that selects their ids ($1 = business), with
 * their links; what shared a customer with them is resolved again, and customers that
 * nothing is left of go, unless a person edited them.
 */
export async function removeGoneRecords(
  transaction: BusinessTransaction,
  selectIds: string,
  parameters: readonly unknown[] = [],
): Promise<RemovedRecords> {
  const { businessId } = transaction;
  await transaction.run('drop table if exists pg_temp.gone_records');
  await transaction.run('create temp table gone_records (id uuid, customer_id uuid) on commit drop');
  const found = await transaction.run(
    `insert into gone_records (id, customer_id)
     select record.id, record.customer_id
     from (${selectIds}) as gone
     join customers.records as record on record.business_id = $1 and record.id = gone.id`,
    [businessId, ...parameters],
  );
  if (found === 0) return { records: 0, customers: 0 };
  await transaction.run('analyze gone_records');
  await transaction.run(makeReopenedSql);
  await transaction.run(reopenSql, [businessId]);
  await transaction.run(forgetLinksSql, [businessId]);
  await deleteWithDependents(transaction, 'customers.records', 'gone_records');
  await transaction.run(makeTouchedSql);
  await transaction.run('insert into touched_customers (id) select distinct customer_id from gone_records where customer_id is not null');
  const emptied = await transaction.rows<{ customer_id: string }>(
    'select distinct customer_id from gone_records where customer_id is not null',
  );
  const customers = await removeEmptyCustomers(
    transaction,
    emptied.map((row) => row.customer_id),
  );
  await transaction.run(leaveHouseholdsSql, [businessId]);
  await transaction.run(dropHouseholdsSql, [businessId]);
  return { records: found, customers };
}
