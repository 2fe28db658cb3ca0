import findMovedSql from './find-moved-sources.sql';
import type { DependentPointer, RecordSource } from './record-source.ts';
import type { Staging } from './staging/staging.ts';

/**
 * Points the rows of the records that the run before in this transaction moved (`planned_moves`) at
 * their new customers, then the rows that rest on them. Rows of all other records are right already.
 */
export async function refreshMoved(
  staging: Staging,
  options: { sources: readonly RecordSource[]; dependents: readonly DependentPointer[] },
): Promise<void> {
  const { businessId } = staging.transaction;
  const moved = new Set((await staging.rows<{ source: string }>(findMovedSql, [businessId])).map(({ source }) => source));
  if (moved.size === 0) return;
  for (const { source } of options.sources.filter((one) => moved.has(one.source))) {
    await staging.run(
      `update ${source} as pointing set customer_id = record.customer_id
       from planned_moves as moved
       join customers.records as record on record.business_id = $1 and record.id = moved.record_id
       where pointing.business_id = $1 and record.source = $2 and pointing.id = record.source_id
         and pointing.customer_id is distinct from record.customer_id`,
      [businessId, source],
    );
  }
  for (const dependent of options.dependents) await staging.run(dependent.refreshMoved, [businessId]);
}
