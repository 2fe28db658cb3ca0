import type { BusinessTransaction } from '../../platform/database/database.ts';
import { inBulk } from '../../platform/database/in-bulk.ts';
import type { FileKind } from '../file-kind.ts';
import carryOn from './carry-on.sql';
import countPassed from './count-passed.sql';
import type { LaterFile } from './find-later-files.ts';
import nameLastWriter from './name-last-writer.sql';
import type { UndoneFile } from './stage-carried.ts';
import stagePassed from './stage-passed.sql';
import takeOverChanges from './take-over-changes.sql';

export interface Passing {
  kind: FileKind;
  undone: UndoneFile;
  /** The file that had the rows too, and its place among the later files, from 1. */
  heir: LaterFile;
  rank: number;
}

/**
 * Lets a later file take over the rows in `carried` that it had too, as if the undone file had never
 * been imported: it becomes their creator, or the one that changed them, with its line, its history and its account.
 */
export async function passToFile(transaction: BusinessTransaction, passing: Passing): Promise<void> {
  const { businessId } = transaction;
  const { kind, undone, heir, rank } = passing;
  await transaction.run('drop table if exists pg_temp.passed');
  await transaction.run(
    'create temp table passed (row_id uuid, is_creation boolean, is_inherited boolean, change_id uuid, applied_at timestamptz, line integer, covered jsonb, rest jsonb, tail jsonb) on commit drop',
  );
  const others = undone.covers.filter((column) => !heir.covers.includes(column));
  const rows = await transaction.run(stagePassed, [businessId, rank, heir.covers, others, heir.loadedAt]);
  if (rows === 0) return;
  await transaction.run('analyze passed');
  await takeOverRows(transaction, passing, rows);
  await transaction.run(nameLastWriter, [businessId, heir.batchId, rank, heir.loadedAt]);
  await transaction.run(takeOverChanges, [businessId, heir.batchId, heir.id, kind.table, heir.loadedAt]);
  await transaction.run(countPassed, [businessId, heir.id]);
  await kind.afterPassOn?.(transaction, { batchId: heir.batchId, fileId: heir.id, rank });
  await transaction.run(carryOn, [heir.batchId, heir.loadedAt]);
}

/** The rows themselves: whose they are, and who wrote them last where nothing later did. */
async function takeOverRows(transaction: BusinessTransaction, { kind, heir, rank }: Passing, rows: number): Promise<void> {
  const { businessId } = transaction;
  const isLast =
    'not exists (select from later_events as event where event.row_id = passed.row_id and event.rank > $2 and event.change_id is not null)';
  const change = { table: kind.table, rows, columns: ['batch_id', 'file_id', 'line', 'last_batch_id', 'created_at'] };
  await inBulk(transaction, change, () =>
    transaction.run(
      `update ${kind.table} as present
       set batch_id = $3, file_id = $4, line = passed.line, created_at = $5,
         last_batch_id = case when passed.change_id is null and ${isLast} then $3 else present.last_batch_id end
       from passed
       where present.business_id = $1 and present.id = passed.row_id and passed.is_creation`,
      [businessId, rank, heir.batchId, heir.id, heir.loadedAt],
    ),
  );
  await transaction.run(
    `update ${kind.table} as present
     set last_batch_id = $3
     from passed
     where present.business_id = $1 and present.id = passed.row_id and not passed.is_creation
       and passed.change_id is null and passed.covered <> '{}' and ${isLast}`,
    [businessId, rank, heir.batchId],
  );
}
