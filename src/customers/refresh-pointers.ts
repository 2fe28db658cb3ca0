import type { BusinessTransaction } from '../platform/database/database.ts';
import { inBulk } from '../platform/database/in-bulk.ts';
import { checkReferencesOnce } from '../platform/database/references/check-references-once.ts';
import type { DependentPointer, RecordSource } from './record-source.ts';

/**
 * Points every source row at the customer its record is linked to, then the rows that belong
 * to a customer only through others. Returns how many rows changed, by table. `moved` says
 * about how many rows of each source have another customer now, if the caller knows.
 */
export async function refreshPointers(
  transaction: BusinessTransaction,
  options: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[]; moved?: ReadonlyMap<string, number> },
): Promise<Record<string, number>> {
  const moved = options.moved ?? new Map<string, number>();
  const all = [...moved.values()].reduce((total, rows) => total + rows, 0);
  const changed: Record<string, number> = {};
  for (const { source, refreshPointers: sql } of options.sources)
    changed[source] = await refresh(transaction, { table: source, rows: moved.get(source) ?? 0 }, sql);
  for (const { name, refreshPointers: sql } of options.dependents)
    changed[name] = await refresh(transaction, { table: name, rows: all }, sql);
  return changed;
}

/** From here on one join over all customers is cheaper than a look-up per row. */
const MANY_ROWS = 20_000;

function refresh(transaction: BusinessTransaction, change: { table: string; rows: number }, sql: string): Promise<number> {
  const { table, rows } = change;
  const write = (): Promise<number> => transaction.run(sql, [transaction.businessId]);
  if (rows < MANY_ROWS) return write();
  const columns = ['customer_id'];
  const written = { table, where: 'true', parameters: [], columns };
  return inBulk(transaction, { ...change, columns }, () => checkReferencesOnce(transaction, written, write));
}
