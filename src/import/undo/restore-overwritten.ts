import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';
import { CHUNK_ROWS } from './remove-created.ts';

/**
 * Puts up to a chunk of the values back that one file of a batch overwrote, where neither a
 * person nor a later import changed the row since; the before-images used are deleted.
 */
export async function restoreOverwritten(transaction: BusinessTransaction, kind: FileKind, batchId: string, fileId: string): Promise<number> {
  await transaction.run(
    `create temp table restoring on commit drop as
     select change.id as change_id, change.row_id, change.before
     from import.row_changes as change
     join ${kind.table} as present on present.business_id = $1 and present.id = change.row_id
     where change.business_id = $1 and change.batch_id = $2 and change.file_id = $3 and change.table_name = $4
       and present.last_batch_id = $2
       and (present.edited_at is null or present.edited_at <= change.applied_at)
     limit ${CHUNK_ROWS}`,
    [transaction.businessId, batchId, fileId, kind.table],
  );
  const shapes = await transaction.rows<{ columns: string[] }>('select distinct (select array_agg(key order by key) from jsonb_object_keys(before) as key) as columns from restoring');
  let restored = 0;
  // All changes of one file have the same columns; a loop costs nothing and does not rely on it.
  for (const { columns } of shapes) restored += await restoreShape(transaction, kind, columns);
  await transaction.run('delete from import.row_changes as used using restoring where used.business_id = $1 and used.id = restoring.change_id', [transaction.businessId]);
  await transaction.run('drop table restoring');
  return restored;
}

async function restoreShape(transaction: BusinessTransaction, kind: FileKind, columns: readonly string[]): Promise<number> {
  const set = columns.map((column) => `"${column}" = earlier."${column}"`).join(', ');
  return transaction.run(
    `update ${kind.table} as present set ${set}
     from restoring, jsonb_populate_record(null::${kind.table}, restoring.before) as earlier
     where present.business_id = $1 and present.id = restoring.row_id
       and (select array_agg(key order by key) from jsonb_object_keys(restoring.before) as key) = $2::text[]`,
    [transaction.businessId, columns],
  );
}
