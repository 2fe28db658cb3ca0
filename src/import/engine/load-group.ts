import type { BusinessTransaction } from '../../platform/database/database.ts';
import { inBulk } from '../../platform/database/in-bulk.ts';
import { type FileLoad, type StagedFile, applyFile, stageFile } from './load-file.ts';
import type { LoadedTable } from './load-table.ts';
import { bringBack, putAside } from './set-aside.ts';

export interface GroupLoad {
  /** Files of one kind, in the order of the batch. */
  files: readonly FileLoad[];
  /** Called when all rows are staged: the next group may be read. */
  onStaged: () => void;
  /** Resolves when the group before this one is committed: only then may this one be applied. */
  turn: Promise<unknown> | undefined;
}

/**
 * Loads files of one kind one after the other, with the indexes of their table set aside once for all
 * of them: seven files of jobs, a year each, built thirteen indexes seven times over ever more rows (a
 * third of a first import).
 */
export async function loadGroup(transaction: BusinessTransaction, { files, onStaged, turn }: GroupLoad): Promise<LoadedTable[]> {
  const staged: StagedFile[] = [];
  for (const [place, file] of files.entries()) {
    staged.push(await stageFile(transaction, { ...file, place }));
    if (files.length > 1) await putAside(transaction, place);
  }
  onStaged();
  await turn;
  const [first] = files;
  if (first === undefined) return [];
  const change = { table: first.table.kind.table, rows: await countNew(transaction, staged) };
  return inBulk(transaction, change, async (isBulk) => {
    const loaded: LoadedTable[] = [];
    for (const [place, file] of staged.entries()) {
      if (files.length > 1) await bringBack(transaction, place);
      loaded.push(await applyFile(transaction, file, { isBulk }));
    }
    return loaded;
  });
}

/** How many staged rows have a key that the table does not hold. */
async function countNew(transaction: BusinessTransaction, files: readonly StagedFile[]): Promise<number> {
  let count = 0;
  for (const file of files) {
    if ('finished' in file) continue;
    const { rows } = await transaction.one<{ rows: number }>(file.staged.statements.countNew, [transaction.businessId]);
    count += rows;
  }
  return count;
}
