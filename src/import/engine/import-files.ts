import { createHash } from 'node:crypto';
import { statSync } from 'node:fs';
import type { Business } from '../../tenancy/index.ts';
import { withBusinessLock } from '../../tenancy/index.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { findMappings, rememberMapping } from '../mapping/remember-mapping.ts';
import { auditImport } from '../audits/audit-import.ts';
import { totalOf } from './account.ts';
import { type StartedBatch, startBatch } from './batch.ts';
import { collectFiles } from './collect-files.ts';
import type { ImportOptions, ImportReport } from './import-options.ts';
import { loadFiles } from './load-files.ts';
import { loadFile } from './load-file.ts';
import type { LoadedTable } from './load-table.ts';
import { type FileProblem, type PrepareOptions, prepareTables } from './prepare-tables.ts';
import type { PreparedTable } from './prepared-table.ts';
import { storeRawFile } from './store-raw-file.ts';

/**
 * Imports files into a business: recognise, load parents before children, each group of files of
 * one kind in a transaction of its own. A dry run does all of it in one transaction and rolls it back, so
 * its counts are exactly what executing does. A killed run is resumed by the same command.
 */
export async function importFiles(database: Database, business: Business, options: ImportOptions): Promise<ImportReport> {
  const { files, ignored } = collectFiles(options.paths);
  if (options.as !== undefined && !options.kinds.some((kind) => kind.kind === options.as)) {
    throw new Fault(
      'unknown_kind',
      `"${options.as}" is no kind of report. Known kinds: ${options.kinds.map((kind) => kind.kind).join(', ')}.`,
      { exit: 'usage' },
    );
  }
  return withBusinessLock(database, business.id, 'import', async () => {
    const { tables, problems, paths } = await prepareAll(database, business, files, options);
    if (tables.length === 0) throw nothingImportable(problems);
    tables.sort((a, b) => a.kind.order - b.kind.order);
    const report = options.execute
      ? await execute(database, business, tables, paths, options)
      : await rehearse(database, business, tables, paths, options);
    const notes = tables.flatMap((table) => table.notes.map((message) => ({ name: table.name, message })));
    return { ...report, problems, ignored, notes };
  });
}

type LoadReport = Omit<ImportReport, 'problems' | 'ignored' | 'notes'>;

async function prepareAll(database: Database, business: Business, files: readonly string[], options: ImportOptions) {
  const remembered = await database.inBusiness(business.id, findMappings, 'read');
  const tables: PreparedTable[] = [];
  const problems: FileProblem[] = [];
  const paths = new Map<string, string>();
  for (const path of files) {
    const said = options.readAs?.get(path);
    const as = said?.as ?? options.as;
    const prepare: PrepareOptions = { kinds: options.kinds, as, mapping: said?.mapping ?? options.mapping, remembered };
    if (options.ask !== undefined) prepare.ask = options.ask;
    const prepared = await prepareTables(path, prepare);
    tables.push(...prepared.tables);
    problems.push(...prepared.problems);
    if (prepared.tables.length > 0) paths.set(prepared.contentHash, path);
  }
  return { tables, problems, paths };
}

async function execute(
  database: Database,
  business: Business,
  tables: PreparedTable[],
  paths: Map<string, string>,
  options: ImportOptions,
): Promise<LoadReport> {
  const stored = new Map<string, { storedAs: string; bytes: number }>();
  for (const [hash, path] of paths) {
    const requireUnchanged = tables.find((table) => table.contentHash === hash)?.requireUnchanged;
    stored.set(hash, { storedAs: await storeRawFile(options.dataDir, path, hash, requireUnchanged), bytes: statSync(path).size });
  }
  const mappings = [options.mapping, ...[...(options.readAs?.values() ?? [])].map((said) => said.mapping)];
  const batch = await database.inBusiness(business.id, async (transaction) => {
    for (const mapping of mappings) if (mapping !== undefined) await rememberMapping(transaction, mapping);
    return startBatch(transaction, { tables, stored, startedBy: options.startedBy, contentKey: contentKey(tables), purpose: 'import' });
  });
  options.onBatch?.(batch.number);
  const loaded = await loadFiles(database, business, tables, batch, options);
  const offences = await database.inBusiness(business.id, async (transaction) => {
    await finishBatch(transaction, batch);
    return auditImport(transaction, { batchId: batch.id, kinds: options.kinds, audits: options.audits ?? [] });
  });
  return { ...reportOf(loaded), batch: batch.number, dryRun: false, resumed: batch.resumed, offences };
}

async function rehearse(
  database: Database,
  business: Business,
  tables: PreparedTable[],
  paths: Map<string, string>,
  options: ImportOptions,
): Promise<LoadReport> {
  const stored = new Map([...paths].map(([hash, path]) => [hash, { storedAs: 'dry run', bytes: statSync(path).size }]));
  return database.inBusiness(
    business.id,
    async (transaction) => {
      const batch = await startBatch(transaction, {
        tables,
        stored,
        startedBy: options.startedBy,
        contentKey: contentKey(tables),
        purpose: 'import',
      });
      const loaded: LoadedTable[] = [];
      for (const [index, table] of tables.entries())
        loaded.push(await loadFile(transaction, { business, table, batch, index, fileCount: tables.length, options }));
      await options.beforeRollback?.(transaction, batch.id);
      return { ...reportOf(loaded), batch: null, dryRun: true, resumed: batch.resumed, offences: null };
    },
    'dry-run',
  );
}

function reportOf(loaded: readonly LoadedTable[]): Pick<LoadReport, 'files' | 'totals' | 'samples'> {
  const files = loaded.map((table) => table.account);
  return { files, totals: totalOf(files), samples: Object.fromEntries(loaded.map((table) => [table.account.name, table.samples])) };
}

async function finishBatch(transaction: BusinessTransaction, batch: StartedBatch): Promise<void> {
  await transaction.run(`update import.batches set state = 'done', finished_at = $3 where business_id = $1 and id = $2`, [
    transaction.businessId,
    batch.id,
    new Date(),
  ]);
}

/** The same files read as the same kinds have the same key: so a killed run is found again. */
function contentKey(tables: readonly PreparedTable[]): string {
  const parts = tables.map((table) => `${table.contentHash} ${table.sheet ?? ''} ${table.kind.kind}`);
  return createHash('sha256').update(parts.join('\n')).digest('hex');
}

function nothingImportable(problems: readonly FileProblem[]): Fault {
  const [only] = problems;
  const message = problems.map((problem) => problem.message).join('\n');
  return new Fault(problems.length === 1 && only !== undefined ? only.code : 'nothing_importable', message, {
    exit: 'usage',
    details: { problems },
  });
}
