import type { BusinessTransaction } from '../../platform/database/database.ts';
import { checkReferencesOnce } from '../../platform/database/references/check-references-once.ts';
import { inBulk } from '../../platform/database/in-bulk.ts';
import writeTimelinesSql from './populate-customer-timeline-fields.sql';
import stageStaleTimelines from './stage-stale-timelines.sql';

/**
 * Brings every customer's first lead date and conversion date in line with its rows; returns how
 * many changed. `onlyTouched` looks at the customers that lost or moved records in this transaction.
 */
export async function writeTimelines(transaction: BusinessTransaction, onlyTouched = false): Promise<number> {
  const { businessId } = transaction;
  await transaction.run('create temp table if not exists touched_customers (id uuid not null) on commit drop');
  await transaction.run('drop table if exists pg_temp.stale_timelines');
  const stale = await transaction.run(stageStaleTimelines, [businessId, onlyTouched]);
  const table = 'customers.customers';
  const columns = ['first_lead_date', 'conversion_date'];
  // No key is written, so there is nothing to prove; ten keys of other tables would be looked at for each row.
  return inBulk(transaction, { table, rows: stale, columns }, () =>
    checkReferencesOnce(transaction, { table, where: 'true', parameters: [], columns }, () =>
      transaction.run(writeTimelinesSql, [businessId]),
    ),
  );
}
