import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind, KindLookup } from '../file-kind.ts';
import { CHUNK_ROWS } from './remove-created.ts';

/**
 * Puts up to a chunk of the values back that one file of a batch overwrote, where neither a
 * person nor a later import changed the row since; the before-images used are deleted.
 */
export async function restoreOverwritten(
  transaction: BusinessTransaction,
  kind: FileKind,
  batchId: string,
  fileId: string,
): Promise<number> {
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
  const restored = await restoreStaged(transaction, kind);
  await transaction.run(
    'delete from import.row_changes as used using restoring where used.business_id = $1 and used.id = restoring.change_id',
    [transaction.businessId],
  );
  await transaction.run('drop table restoring');
  return restored;
}

/** Gives the rows in `restoring` the values there. */
export async function restoreStaged(transaction: BusinessTransaction, kind: FileKind): Promise<number> {
  const shapes = await transaction.rows<{ columns: string[] }>(
    'select distinct (select array_agg(key order by key) from jsonb_object_keys(before) as key) as columns from restoring',
  );
  let restored = 0;
  // Most changes of one file have the same columns; a loop costs nothing and does not rely on it.
  for (const { columns } of shapes) restored += await restoreShape(transaction, kind, columns);
  return restored;
}

const SAME_SHAPE = '(select array_agg(key order by key) from jsonb_object_keys(restoring.before) as key)';

async function restoreShape(transaction: BusinessTransaction, kind: FileKind, columns: readonly string[]): Promise<number> {
  const lookups = kind.lookups.filter((lookup) => columns.includes(lookup.to) && columns.includes(lookup.from));
  for (const lookup of lookups) await ensureSpellings(transaction, lookup, columns);
  const found = new Map(lookups.map((lookup, index) => [lookup.to, `lookup_${index}.${lookup.target}`]));
  const set = columns.map((column) => `"${column}" = ${found.get(column) ?? `earlier."${column}"`}`).join(', ');
  const joins = lookups.map(
    (lookup, index) =>
      `left join ${lookup.spellings} as lookup_${index} on lookup_${index}.business_id = $1 and lookup_${index}.spelling = earlier."${lookup.from}"`,
  );
  return transaction.run(
    `update ${kind.table} as present set ${set}
     from restoring
     cross join lateral jsonb_populate_record(null::${kind.table}, restoring.before) as earlier
     ${joins.join('\n')}
     where present.business_id = $1 and present.id = restoring.row_id and ${SAME_SHAPE} = $2::text[]`,
    [transaction.businessId, columns],
  );
}

/**
 * What a text means is looked up again by the text: the branch or person it meant may have
 * been folded into another since, or dropped because no row named it. Then it is made anew,
 * for the import whose values return.
 */
async function ensureSpellings(transaction: BusinessTransaction, lookup: KindLookup, columns: readonly string[]): Promise<void> {
  const missing = await transaction.rows<{ batch_id: string; spellings: string[] }>(
    `select restoring.before ->> 'last_batch_id' as batch_id, array_agg(distinct restoring.before ->> $3) as spellings
     from restoring
     where ${SAME_SHAPE} = $2::text[] and restoring.before ->> $3 is not null
       and not exists (select from ${lookup.spellings} as known where known.business_id = $1 and known.spelling = restoring.before ->> $3)
     group by 1 order by 1`,
    [transaction.businessId, columns, lookup.from],
  );
  for (const { batch_id, spellings } of missing) await lookup.ensure(transaction, spellings, batch_id);
}
