import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';
import type { LaterFile } from './find-later-files.ts';
import { passToFile } from './pass-to-file.ts';
import { restoreStaged } from './restore-overwritten.ts';
import { type UndoneFile, stageCarried } from './stage-carried.ts';

export interface PassedOn {
  rows: number;
  /** Of these: rows that have other values now, where no later file had the column. */
  changed: number;
}

/**
 * Passes up to a chunk of the rows that an undone file created or changed on to the later files that had
 * them too: with other values (then their before-images take over what the undone file had found), or with the same.
 * The end is that of importing only what stands.
 */
export async function passOn(
  transaction: BusinessTransaction,
  kind: FileKind,
  undone: UndoneFile,
  later: readonly LaterFile[],
): Promise<PassedOn> {
  if (later.length === 0) return { rows: 0, changed: 0 };
  const rows = await stageCarried(transaction, kind, undone, later);
  if (rows === 0) return { rows: 0, changed: 0 };
  for (const [index, heir] of later.entries()) await passToFile(transaction, { kind, undone, heir, rank: index + 1 });
  const changed = await settle(transaction, kind);
  await transaction.run(
    'delete from import.row_changes as used using carried where used.business_id = $1 and used.id = carried.change_id',
    [transaction.businessId],
  );
  return { rows, changed };
}

/** Values that no later file had return to the rows, unless a person edited the row since. */
async function settle(transaction: BusinessTransaction, kind: FileKind): Promise<number> {
  await transaction.run(
    `create temp table restoring on commit drop as
     select carried.change_id, carried.row_id,
       carried.data || case when carried.is_inherited then jsonb_build_object('updated_at', $2::timestamptz) else carried.tail end as before
     from carried
     join ${kind.table} as present on present.business_id = $1 and present.id = carried.row_id
     where carried.data <> '{}'
       and (present.edited_at is null or present.edited_at <= carried.since)`,
    [transaction.businessId, new Date()],
  );
  const changed = await restoreStaged(transaction, kind);
  await transaction.run('drop table restoring');
  return changed;
}
