import { copyRows } from '../../platform/database/copy-rows.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { StagedRow } from '../staging/staging.ts';
import makeArrivalsSql from './make-arrivals.sql';

/** Makes sure of the temp table `arrivals` and puts these rows into it, too. */
export async function layArrivals(transaction: BusinessTransaction, rows: readonly StagedRow[]): Promise<void> {
  await transaction.run(makeArrivalsSql);
  if (rows.length === 0) return;
  const copier = copyRows(transaction.client, 'arrivals');
  for (const row of rows) copier.add(row);
  await copier.finish();
}
