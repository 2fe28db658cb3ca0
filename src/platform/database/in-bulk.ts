import type { BusinessTransaction } from './database.ts';

export interface BulkChange {
  /** With its schema: `journey.jobs`. */
  table: string;
  /** About how many rows `work` will insert or change. */
  rows: number;
  /** The columns it changes of rows that are there, if it changes no others. */
  columns?: readonly string[];
}

/** Below this a change is done row by row: building the indexes anew would not pay. */
const MANY_ROWS = 20_000;

/**
 * Runs `work`, which changes many rows of a table, with that table's indexes set aside (those over
 * `columns` only, where a changed row finds room beside itself), and builds them again after it; all in the caller's transaction, so that a failure brings
 * everything back. Small changes, and tables somebody else is using, go row by row.
 * While it runs nobody else can read the table. `work` is told whether the indexes are aside: then
 * the table's statistics are taken at the end too.
 */
export async function inBulk<T>(transaction: BusinessTransaction, change: BulkChange, work: (isBulk: boolean) => Promise<T>): Promise<T> {
  if (change.rows < MANY_ROWS) return work(false);
  const { suspended } = await transaction.one<{ suspended: boolean }>(
    'select platform.suspend_indexes($1::regclass, $2, $3) as suspended',
    [change.table, change.rows, change.columns ?? null],
  );
  const result = await work(suspended);
  if (suspended) await transaction.run('select platform.restore_indexes($1::regclass)', [change.table]);
  return result;
}
