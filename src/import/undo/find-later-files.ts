import type { BusinessTransaction } from '../../platform/database/database.ts';
import { targetsOf } from '../engine/targets-of.ts';
import type { FileKind } from '../file-kind.ts';
import statement from './find-later-files.sql';

/** A file of the same table that was loaded after the one being undone, and stands. */
export interface LaterFile {
  id: string;
  batchId: string;
  loadedAt: Date;
  /** The columns of the table that it brought values for, without the key. */
  covers: string[];
}

interface FileRow {
  id: string;
  batchId: string;
  kind: string;
  columns: string[];
  loadedAt: Date;
}

/** The files that were loaded into the table of `kind` after the given one and still stand, in the order they were loaded. */
export async function findLaterFiles(
  transaction: BusinessTransaction,
  kinds: readonly FileKind[],
  { kind, fileId }: { kind: FileKind; fileId: string },
): Promise<LaterFile[]> {
  const sharing = kinds.filter((candidate) => candidate.table === kind.table);
  const files = await transaction.rows<FileRow & Record<string, unknown>>(statement, [
    transaction.businessId,
    fileId,
    sharing.map((each) => each.kind),
  ]);
  return files.map(({ id, batchId, loadedAt, columns, kind: name }) => {
    const own = sharing.find((candidate) => candidate.kind === name) ?? kind;
    return { id, batchId, loadedAt, covers: coveredColumns(own, columns) };
  });
}

/** The target columns that a file with the given columns writes when it updates a row. */
export function coveredColumns(kind: FileKind, columns: readonly string[]): string[] {
  const { targets } = targetsOf(kind, (column) => columns.includes(column.name));
  const lookups = kind.lookups.filter((lookup) => targets.includes(lookup.from)).map((lookup) => lookup.to);
  return [...new Set([...targets, ...lookups])].filter((column) => column !== kind.key);
}
