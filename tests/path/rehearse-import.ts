import type { FileKind } from '../../src/import/file-kind.ts';
import { importFiles } from '../../src/import/engine/import-files.ts';
import type { ImportReport } from '../../src/import/engine/import-options.ts';
import { type BusinessTransaction, Database, type TransactionMode } from '../../src/platform/database/database.ts';
import { findBusinesses } from '../../src/tenancy/choose-business.ts';
import type { ScratchDatabase } from '../database.ts';

/** What a rehearsed import would have left in the database of one file. */
export interface LeftBehind {
  header: string[];
  format: string;
  /** Lines of the rows that were created, updated, skipped or quarantined; rows that are `same` and blank ones leave none. */
  lines: number[];
}

export interface Rehearsal {
  report: ImportReport;
  /** By file name. */
  leftBehind: Map<string, LeftBehind>;
}

/** Imports a folder as a dry run, and reads what it wrote before it is rolled back. */
export async function rehearseImport(scratch: ScratchDatabase, kinds: readonly FileKind[], folder: string): Promise<Rehearsal> {
  const leftBehind = new Map<string, LeftBehind>();
  const { adminUrl, appUrl } = scratch.database;
  const database = new WatchedDatabase({ adminUrl, appUrl, onClose: async () => {} }, (transaction) =>
    readLeftBehind(transaction, kinds, leftBehind),
  );
  try {
    const business = (await findBusinesses(database)).find((candidate) => candidate.id === scratch.businessId);
    if (business === undefined) throw new Error('the scratch business is missing');
    const report = await importFiles(database, business, {
      paths: [folder],
      kinds,
      dataDir: folder,
      startedBy: 'test',
      execute: false,
      signal: new AbortController().signal,
    });
    return { report, leftBehind };
  } finally {
    await database.close();
  }
}

/** A database that shows a dry run's transaction to a watcher before it is rolled back. */
class WatchedDatabase extends Database {
  readonly #watch: (transaction: BusinessTransaction) => Promise<void>;

  constructor(options: ConstructorParameters<typeof Database>[0], watch: (transaction: BusinessTransaction) => Promise<void>) {
    super(options);
    this.#watch = watch;
  }

  override inBusiness<T>(businessId: string, work: (transaction: BusinessTransaction) => Promise<T>, mode?: TransactionMode): Promise<T> {
    if (mode !== 'dry-run') return super.inBusiness(businessId, work, mode);
    const watched = async (transaction: BusinessTransaction): Promise<T> => {
      const result = await work(transaction);
      await this.#watch(transaction);
      return result;
    };
    return super.inBusiness(businessId, watched, mode);
  }
}

async function readLeftBehind(
  transaction: BusinessTransaction,
  kinds: readonly FileKind[],
  leftBehind: Map<string, LeftBehind>,
): Promise<void> {
  const tables = [...kinds.map((kind) => kind.table), 'import.row_changes', 'import.skipped_rows', 'import.quarantined_rows'];
  const lines = tables
    .map((table) => `select file_id, line from ${table} where business_id = $1 and file_id is not null`)
    .join(' union all ');
  const files = await transaction.rows<LeftBehind & { name: string }>(
    `with lines as (${lines})
     select file.name, file.header, file.format, coalesce(array_agg(lines.line order by lines.line) filter (where lines.line is not null), '{}') as lines
     from import.files as file
     left join lines on lines.file_id = file.id
     where file.business_id = $1
     group by file.business_id, file.id`,
    [transaction.businessId],
  );
  for (const { name, ...left } of files) leftBehind.set(name, left);
}
