import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';
import type { KeptRow } from './undo-report.ts';

const NAMED_ROWS = 1000;

/** The rows of a batch that its undo left alone, counted, and the first thousand named with the reason. */
export async function findKept(
  transaction: BusinessTransaction,
  kinds: readonly FileKind[],
  batchId: string,
): Promise<{ count: number; rows: KeptRow[] }> {
  const rows: KeptRow[] = [];
  let count = 0;
  for (const kind of kinds) {
    const kept = await transaction.rows<KeptRow & { total: number }>(
      `with kept as (
         select id, ${kind.key} as key, line, edited_at, last_batch_id
         from ${kind.table}
         where business_id = $1 and batch_id = $2
         union
         select present.id, present.${kind.key} as key, change.line, present.edited_at, present.last_batch_id
         from import.row_changes as change
         join ${kind.table} as present on present.business_id = $1 and present.id = change.row_id
         where change.business_id = $1 and change.batch_id = $2 and change.table_name = $3
       )
       select $3 as "table", kept.key, kept.line,
         case
           when kept.last_batch_id is distinct from $2::uuid then 'changed by import ' || coalesce(later.number::text, '(unknown)') || ' since'
           else 'edited by hand on ' || to_char(kept.edited_at, 'YYYY-MM-DD')
         end as reason,
         count(*) over ()::integer as total
       from kept
       left join import.batches as later on later.business_id = $1 and later.id = kept.last_batch_id
       order by kept.line
       limit ${NAMED_ROWS}`,
      [transaction.businessId, batchId, kind.table],
    );
    count += kept[0]?.total ?? 0;
    rows.push(...kept.map(({ total: _total, ...row }) => row));
  }
  return { count, rows: rows.slice(0, NAMED_ROWS) };
}
