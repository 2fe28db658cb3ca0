import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';
import type { LaterFile } from './find-later-files.ts';
import { CHUNK_ROWS } from './remove-created.ts';
import laterEvents from './stage-later-events.sql';

/** The file that is being undone. */
export interface UndoneFile {
  id: string;
  batchId: string;
  /** Columns that it brought values for, without the key. */
  covers: readonly string[];
}

/**
 * Puts up to a chunk of the rows that an undone file created or changed, and later files had too,
 * into the temporary table `carried`, with the values that were there before; what later files did with
 * them into `later_events`. Rows that a person edited before the next import changed them are left out:
 * they are to be kept. Returns how many rows there are.
 */
export async function stageCarried(
  transaction: BusinessTransaction,
  kind: FileKind,
  undone: UndoneFile,
  later: readonly LaterFile[],
): Promise<number> {
  const { businessId } = transaction;
  await transaction.run('drop table if exists pg_temp.later_events, pg_temp.carried');
  await transaction.run('create temp table later_events (row_id uuid, rank integer, line integer, change_id uuid) on commit drop');
  await transaction.run(laterEvents, [businessId, kind.table, later.map((file) => file.id)]);
  await transaction.run('analyze later_events');
  const nothing = Object.fromEntries(undone.covers.map((column) => [column, null]));
  const staged = await transaction.run(
    `create temp table carried on commit drop as
     with own as (
       select change.row_id, change.id as change_id, false as is_creation, change.applied_at as since,
         change.before - '{last_batch_id,updated_at,edited_at}'::text[] as data,
         jsonb_build_object('last_batch_id', change.before -> 'last_batch_id', 'updated_at', change.before -> 'updated_at', 'edited_at', change.before -> 'edited_at') as tail
       from import.row_changes as change
       where change.business_id = $1 and change.batch_id = $2 and change.file_id = $3 and change.table_name = $4
       union all
       select created.id, null, true, created.created_at, $5::jsonb, '{}'
       from ${kind.table} as created
       where created.business_id = $1 and created.batch_id = $2 and created.file_id = $3
     ),

     next_changes as (
       select distinct on (event.row_id) event.row_id, (change.before ->> 'edited_at')::timestamptz as edited_at
       from later_events as event
       join import.row_changes as change on change.business_id = $1 and change.id = event.change_id
       order by event.row_id, event.rank
     )

     select own.*, false as is_inherited
     from own
     join ${kind.table} as present on present.business_id = $1 and present.id = own.row_id
     left join next_changes on next_changes.row_id = own.row_id
     cross join lateral (select case when next_changes.row_id is null then present.edited_at else next_changes.edited_at end as edited_at) as seen
     where exists (select from later_events as event where event.row_id = own.row_id)
       and (seen.edited_at is null or (not own.is_creation and seen.edited_at <= own.since))
     limit ${CHUNK_ROWS}`,
    [businessId, undone.batchId, undone.id, kind.table, JSON.stringify(nothing)],
  );
  if (staged > 0) await transaction.run('analyze carried');
  return staged;
}
