import type { BusinessTransaction } from '../platform/database/database.ts';
import type { DependentPointer, RecordSource } from './record-source.ts';

/**
 * Points every source row at the customer its record is linked to, then the rows that belong
 * to a customer only through others. Returns how many rows changed, by table.
 */
export async function refreshPointers(
  transaction: BusinessTransaction,
  options: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[] },
): Promise<Record<string, number>> {
  const changed: Record<string, number> = {};
  for (const { source, refreshPointers: sql } of options.sources) changed[source] = await transaction.run(sql, [transaction.businessId]);
  for (const { name, refreshPointers: sql } of options.dependents) changed[name] = await transaction.run(sql, [transaction.businessId]);
  return changed;
}
