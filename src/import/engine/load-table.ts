import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import type { ReadingContext } from '../file-kind.ts';
import { type FileAccount, openAccount } from './account.ts';
import { keepSetAside } from './keep-set-aside.ts';
import { type LoadStatements, loadStatements } from './load-statements.ts';
import type { PreparedTable } from './prepared-table.ts';
import { type RowReader, makeRowReader } from './read-row.ts';
import { type SetAside, type SetAsideRow, openSetAside } from './set-aside.ts';
import { setRepeatsAside } from './set-repeats-aside.ts';
import { type StagingContext, stageRows } from './stage-rows.ts';
import { type ColumnLimit, readTargetColumns } from './target-columns.ts';
import { type WriteContext, writeRows } from './write-rows.ts';

export interface LoadContext extends StagingContext, WriteContext {
  /** Zone and currency of a branch's text; '' asks for the business's. */
  contextOf(branch: string): ReadingContext;
  repairs: ReadonlyMap<string, string>;
  /** Place in the group of files that are staged in one transaction. */
  place: number;
}

/** After this many new or changed rows the planner is told. */
export const MANY_ROWS = 5_000;

export interface LoadedTable {
  account: FileAccount;
  samples: readonly SetAsideRow[];
}

/** A table whose rows lie in the temporary table `staged` of its transaction, ready to be applied. */
export interface StagedTable {
  table: PreparedTable;
  reader: RowReader;
  statements: LoadStatements;
  staging: { account: FileAccount; setAside: SetAside };
}

/**
 * Reads every row of a table into the temporary table `staged`; faulty rows and skipped ones are set
 * aside. Does not touch the target table: the file before may still have it locked.
 */
export async function stageTable(transaction: BusinessTransaction, table: PreparedTable, context: LoadContext): Promise<StagedTable> {
  const columns = await readTargetColumns(transaction, table.kind.table);
  const reader = openReader(table, columns, context);
  const statements = loadStatements(table.kind, reader.targets, columns, context.place);
  for (const statement of statements.openTemporary) await transaction.run(statement);
  const staging = { account: openAccount(table.name, table.kind.kind), setAside: openSetAside(transaction, table) };
  await stageRows(transaction, table, reader, statements.copyTarget, staging, context);
  await transaction.run(statements.analyzeStaged);
  return { table, reader, statements, staging };
}

/**
 * Loads what was staged: finds repeats inside the file, compares with what is there, creates,
 * keeps before-images, updates, appends history. The account is complete when it returns; the
 * caller commits or rolls back (dry run).
 */
export async function applyStaged(transaction: BusinessTransaction, staged: StagedTable, context: LoadContext): Promise<LoadedTable> {
  const { table, reader, statements, staging } = staged;
  const { account } = staging;
  const rows = account.rows - account.skipped - account.quarantined;
  await transaction.run(statements.emptyShared);
  const repeats = await setRepeatsAside(transaction, table, statements, staging, context.signal);
  const toWrite = { rows: rows - repeats, account };
  const loaded = await writeRows(transaction, table.kind, reader.targets, statements, context, toWrite);
  if (loaded > 0) await table.kind.afterLoad?.(transaction, { batchId: context.batchId, fileId: context.fileId, recordedAt: context.now });
  // The next file may look things up in what this one wrote; the planner must know it by then.
  if (loaded > MANY_ROWS && !context.isBulk) await transaction.run('select platform.refresh_statistics($1::regclass)', [table.kind.table]);
  await keepSetAside(transaction, table, account, context);
  proveAccount(account);
  return { account, samples: staging.setAside.samples };
}

function openReader(table: PreparedTable, limits: ReadonlyMap<string, ColumnLimit>, context: LoadContext): RowReader {
  return makeRowReader({
    kind: table.kind,
    positions: table.positions,
    header: table.header,
    strictWidth: table.format === 'csv',
    limits,
    repairOf: (column, text) => context.repairs.get(`${table.kind.kind}\u0000${column}\u0000${text}`),
    contextOf: context.contextOf,
    constants: table.constants,
  });
}

/** The promise of the importer, checked on every file: a row that left the account would stop the import. */
function proveAccount(account: FileAccount): void {
  const accounted = account.created + account.updated + account.same + account.skipped + account.quarantined;
  if (accounted === account.rows) return;
  throw new Fault(
    'account_broken',
    `${account.name}: ${account.rows} rows were read but ${accounted} accounted for. Nothing of this file was written; please report this.`,
    {
      details: { account },
    },
  );
}
