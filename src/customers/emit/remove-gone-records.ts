import type { BusinessTransaction } from '../../platform/database/database.ts';
import { deleteWithDependents } from '../../platform/database/references/delete-with-dependents.ts';
import readGoldenSql from '../resolve/read-golden.sql';
import { writeGolden } from '../golden/settle-golden.ts';
import { Staging } from '../staging/staging.ts';
import dropHouseholdsSql from './drop-lonely-households.sql';
import forgetLinksSql from './forget-record-links.sql';
import leaveHouseholdsSql from './leave-households.sql';
import makeReopenedSql from './make-reopened.sql';
import makeTouchedSql from './make-touched.sql';
import { parkDecisions } from './park-decisions.ts';
import pickLeftSql from './pick-left-records.sql';
import { removeEmptyCustomers } from './remove-empty-customers.ts';
import reopenSql from './reopen-companions.sql';
import reopenLikelySql from './reopen-likely.sql';
import stageGoneSql from './stage-gone-records.sql';
import stageLeftSql from './stage-left-records.sql';
import stageOpenSql from './stage-open-customers.sql';
import stagePartedSql from './stage-parted.sql';

export interface RemovedRecords {
  records: number;
  customers: number;
}

/**
 * Removes person records, given as the SQL that selects their ids ($1 = business), with
 * their links; what shared a customer with them is resolved again where that could end
 * otherwise, and customers that nothing is left of go, unless a person edited them. What people
 * decided about them is kept until their rows come back.
 */
export async function removeGoneRecords(
  transaction: BusinessTransaction,
  selectIds: string,
  parameters: readonly unknown[] = [],
): Promise<RemovedRecords> {
  const { businessId } = transaction;
  await transaction.run('drop table if exists pg_temp.gone_records, pg_temp.lost_customers, pg_temp.parted_records, pg_temp.left_records');
  const found = await transaction.run(
    stageGoneSql.replace(':selection', () => `(${selectIds})`),
    [businessId, ...parameters],
  );
  if (found === 0) return { records: 0, customers: 0 };
  await transaction.run('analyze gone_records');
  await transaction.run(
    'create temp table lost_customers on commit drop as select distinct customer_id as id from gone_records where customer_id is not null',
  );
  await transaction.run('analyze lost_customers');
  await transaction.run(stagePartedSql, [businessId]);
  await parkDecisions(transaction);
  await transaction.run(makeReopenedSql);
  await transaction.run(reopenLikelySql, [businessId]);
  await transaction.run(forgetLinksSql, [businessId]);
  await transaction.run(
    'delete from customers.compared_records as compared using gone_records as gone where compared.business_id = $1 and compared.record_id = gone.id',
    [businessId],
  );
  await deleteWithDependents(transaction, 'customers.records', 'gone_records');
  await transaction.run(makeTouchedSql);
  await transaction.run('insert into touched_customers (id) select id from lost_customers');
  await transaction.run(stageLeftSql, [businessId]);
  await transaction.run('analyze left_records');
  const customers = await removeEmptyCustomers(
    transaction,
    'select id from lost_customers as lost where not exists (select from left_records as left_record where left_record.customer_id = lost.id)',
  );
  await settleLeft(transaction);
  await transaction.run(leaveHouseholdsSql, [businessId]);
  await transaction.run(dropHouseholdsSql, [businessId]);
  return { records: found, customers };
}

/** What is left of the customers that lost records waits for the resolver, or is plainly one person: then its customer gets its values. */
async function settleLeft(transaction: BusinessTransaction): Promise<void> {
  const { businessId } = transaction;
  await transaction.run('drop table if exists pg_temp.open_customers, pg_temp.golden_picks');
  await transaction.run(stageOpenSql, [businessId]);
  await transaction.run('analyze open_customers');
  await transaction.run(makeReopenedSql);
  await transaction.run(reopenSql, [businessId]);
  await transaction.run(pickLeftSql);
  await transaction.run('analyze golden_picks');
  const staging = Staging.many(transaction);
  await staging.select('golden_values', readGoldenSql, [businessId]);
  await writeGolden(staging, new Date());
}
