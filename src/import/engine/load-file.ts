import type { Business } from '../../tenancy/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import type { SourceRow } from '../formats/read-tables.ts';
import type { ReadingContext } from '../file-kind.ts';
import type { FileAccount } from './account.ts';
import type { StartedBatch } from './batch.ts';
import type { ImportOptions } from './import-options.ts';
import { type LoadContext, type LoadedTable, type StagedTable, applyStaged, stageTable } from './load-table.ts';
import type { PreparedTable } from './prepared-table.ts';

interface FileRow extends FileAccount {
  state: string;
}

export interface FileLoad {
  business: Business;
  table: PreparedTable;
  batch: StartedBatch;
  /** Position of the table in the batch. */
  index: number;
  fileCount: number;
  options: Pick<ImportOptions, 'signal' | 'onProgress'>;
  /** Place in its group, when several files are staged before the first is applied. */
  place?: number;
}

/** A file whose rows are read, waiting to be applied; `finished` when an earlier run loaded it. */
export type StagedFile = { finished: LoadedTable } | { fileId: string; staged: StagedTable; context: LoadContext };

/** Loads one file of a batch and writes its account; a file that an earlier run finished is only reported. */
export async function loadFile(transaction: BusinessTransaction, load: FileLoad): Promise<LoadedTable> {
  return applyFile(transaction, await stageFile(transaction, load), { isBulk: false });
}

/** Reads the rows of one file of a batch into temporary tables of its transaction. */
export async function stageFile(transaction: BusinessTransaction, load: FileLoad): Promise<StagedFile> {
  const { business, table, batch, index, options } = load;
  const fileId = batch.fileIds[index] ?? '';
  if (batch.resumed) {
    const finished = await findFinished(transaction, fileId);
    if (finished !== undefined) return { finished: { account: finished, samples: [] } };
  }
  let rows = 0;
  let expectedRows: number | null = null;
  const context: LoadContext = {
    batchId: batch.id,
    fileId,
    now: new Date(),
    signal: options.signal,
    contextOf: await makeContextOf(transaction, business, table),
    repairs: await findRepairs(transaction),
    isBulk: false,
    place: load.place ?? 0,
    onRows(batch) {
      expectedRows ??= expectRows(table, batch);
      rows += batch.length;
      options.onProgress?.({ file: table.name, fileNumber: index + 1, fileCount: load.fileCount, rows, expectedRows });
    },
  };
  const staged = await interruptible(() => stageTable(transaction, table, context));
  table.requireUnchanged?.();
  return { fileId, context, staged };
}

/** Applies the rows of a staged file to its table and writes the file's account. */
export async function applyFile(transaction: BusinessTransaction, file: StagedFile, { isBulk }: { isBulk: boolean }): Promise<LoadedTable> {
  if ('finished' in file) return file.finished;
  const loaded = await interruptible(() => applyStaged(transaction, file.staged, { ...file.context, isBulk }));
  await writeAccount(transaction, file.fileId, loaded.account, file.context.now);
  return loaded;
}

async function interruptible<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work();
  } catch (error) {
    throw isAbort(error)
      ? new Fault('interrupted', 'Stopped before this file was loaded. Run the same command again to go on.', { exit: 'interrupted' })
      : error;
  }
}

/** The reader of a file ends with an AbortError when a Ctrl-C meets it between two chunks. */
function isAbort(error: unknown): boolean {
  return error instanceof Error && error.name === 'AbortError';
}

/** How many rows the file may hold, by its size and the length of its first rows; null when that says nothing. */
function expectRows(table: PreparedTable, batch: readonly SourceRow[]): number | null {
  if (table.bytes === null || batch.length === 0) return null;
  const characters = batch.reduce((sum, row) => sum + row.cells.reduce((length, cell) => length + cell.length + 1, 1), 0);
  return Math.max(batch.length, Math.round((table.bytes * batch.length) / characters));
}

async function findFinished(transaction: BusinessTransaction, fileId: string): Promise<FileAccount | undefined> {
  const { state, ...account } = await transaction.one<FileRow>(
    `select state, name, kind, rows, created, updated, same, skipped, quarantined, skipped_by as "skippedBy", quarantined_by as "quarantinedBy"
     from import.files where business_id = $1 and id = $2`,
    [transaction.businessId, fileId],
  );
  return state === 'loaded' ? account : undefined;
}

/** The file is as old as its rows and their history are: an undo tells by it which files came later. */
async function writeAccount(transaction: BusinessTransaction, fileId: string, account: FileAccount, loadedAt: Date): Promise<void> {
  await transaction.run(
    `update import.files set state = 'loaded', rows = $3, created = $4, updated = $5, same = $6, skipped = $7, quarantined = $8, skipped_by = $9, quarantined_by = $10, loaded_at = $11
     where business_id = $1 and id = $2`,
    [
      transaction.businessId,
      fileId,
      account.rows,
      account.created,
      account.updated,
      account.same,
      account.skipped,
      account.quarantined,
      JSON.stringify(account.skippedBy),
      JSON.stringify(account.quarantinedBy),
      loadedAt,
    ],
  );
}

/** A branch's zone and currency: as the kind's module knows them, else the business's. */
async function makeContextOf(
  transaction: BusinessTransaction,
  business: Business,
  table: PreparedTable,
): Promise<(branch: string) => ReadingContext> {
  const known = await table.kind.openBranches?.(transaction, business);
  const contexts = new Map<string, ReadingContext>();
  return (branch) => {
    const text = branch.trim();
    let context = contexts.get(text);
    if (context === undefined) {
      const { timeZone } = business;
      const currency = table.kind.branchColumn === undefined ? null : business.currency;
      context = { timeZone, currency, ...(text === '' ? {} : known?.(text)) };
      contexts.set(text, context);
    }
    return context;
  };
}

async function findRepairs(transaction: BusinessTransaction): Promise<Map<string, string>> {
  const rules = await transaction.rows<{ kind: string; column_name: string; matches: string; replacement: string | null }>(
    'select kind, column_name, matches, replacement from import.repair_rules where business_id = $1',
    [transaction.businessId],
  );
  return new Map(rules.map((rule) => [`${rule.kind}\u0000${rule.column_name}\u0000${rule.matches}`, rule.replacement ?? '']));
}
