import type { BusinessTransaction } from '../platform/database/database.ts';
import type { DependentPointer, RecordSource } from './record-source.ts';

/**
 * Points the rows of the records that the run before in this transaction moved at their new
 * customers, then the rows that rest on them. Rows of all other records are right already.
 */
export async function refreshMoved(
  transaction: BusinessTransaction,
  options: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[] },
): Promise<void> {
  for (const { source } of options.sources) {
    await transaction.run(
      `update ${source} as pointing set customer_id = record.customer_id
       from planned_moves as moved
       join customers.records as record on record.business_id = $1 and record.id = moved.record_id
       where pointing.business_id = $1 and record.source = $2 and pointing.id = record.source_id
         and pointing.customer_id is distinct from record.customer_id`,
      [transaction.businessId, source],
    );
  }
  for (const dependent of options.dependents) await transaction.run(dependent.refreshMoved, [transaction.businessId]);
}
