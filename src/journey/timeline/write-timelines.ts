import type { BusinessTransaction } from '../../platform/database/database.ts';
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
  return inBulk(transaction, { table: 'customers.customers', rows: stale }, () => transaction.run(writeTimelinesSql, [businessId]));
}
