import { createHash } from 'node:crypto';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { copyRows } from '../../platform/database/copy-rows.ts';
import { Fault } from '../../platform/fault.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { SourceRow } from '../formats/read-tables.ts';
import { type FileAccount, countQuarantined, countSkipped, openAccount } from './account.ts';
import { type LoadStatements, loadStatements } from './load-statements.ts';
import type { PreparedTable } from './prepared-table.ts';
import { type RowReader, makeRowReader } from './read-row.ts';
import { type SetAsideRow, keepSetAside } from './keep-set-aside.ts';
import { readTargetColumns } from './target-columns.ts';

export interface LoadContext {
  batchId: string;
  fileId: string;
  now: Date;
  signal: AbortSignal;
  /** Zone of a branch's text; '' asks for the business's. */
  zoneOf(branch: string): string;
  repairs: ReadonlyMap<string, string>;
  onRows(rows: readonly SourceRow[]): void;
}

/** After this many new or changed rows the planner is told. */
const MANY_ROWS = 5_000;

/** How many samples of a file's set-aside rows a dry run shows. */
const SAMPLE_ROWS = 5;

export interface LoadedTable {
  account: FileAccount;
  samples: SetAsideRow[];
}

/** A table whose rows lie in the temporary table `staged` of its transaction, ready to be applied. */
export interface StagedTable {
  table: PreparedTable;
  reader: RowReader;
  statements: LoadStatements;
  staging: Staging;
}

/** Reads every row of a table into the temporary table `staged`; faulty rows and skipped ones are set aside. */
export async function stageTable(transaction: BusinessTransaction, table: PreparedTable, context: LoadContext): Promise<StagedTable> {
  const reader = await openReader(transaction, table, context);
  const statements = loadStatements(table.kind, reader.targets);
  const staging: Staging = { account: openAccount(table.name, table.kind.kind), setAside: [], cured: new Map() };
  for (const statement of statements.openTemporary) await transaction.run(statement);
  await stageRows(transaction, table, reader, statements, context, staging);
  await transaction.run(statements.analyzeStaged);
  return { table, reader, statements, staging };
}

/**
 * Loads what was staged: finds repeats inside the file, compares with what is there, creates,
 * keeps before-images, updates, appends history. The account is complete when it returns; the
 * caller commits or rolls back (dry run).
 */
export async function applyStaged(transaction: BusinessTransaction, staged: StagedTable, context: LoadContext): Promise<LoadedTable> {
  const { table, reader, statements } = staged;
  const { account, setAside, cured } = staged.staging;
  const rows = account.rows - account.skipped - account.quarantined;
  const repeats = await setRepeatsAside(transaction, table, statements, account, setAside, context);
  const loaded = await writeRows(transaction, table, reader, statements, context, rows - repeats, account);
  if (loaded > 0) await table.kind.afterLoad?.(transaction, { batchId: context.batchId, fileId: context.fileId, recordedAt: context.now });
  // The next file may look things up in what this one wrote; the planner must know it by then.
  if (loaded > MANY_ROWS) await transaction.run('select platform.refresh_statistics($1::regclass)', [table.kind.table]);
  await keepSetAside(transaction, table, setAside, context);
  await markCured(transaction, table, cured, setAside, context);
  proveAccount(account);
  return { account, samples: setAside.slice(0, SAMPLE_ROWS) };
}

async function openReader(transaction: BusinessTransaction, table: PreparedTable, context: LoadContext): Promise<RowReader> {
  return makeRowReader({
    kind: table.kind,
    positions: table.positions,
    header: table.header,
    strictWidth: table.format === 'csv',
    limits: await readTargetColumns(transaction, table.kind.table),
    repairOf: (column, text) => context.repairs.get(`${table.kind.kind}\u0000${column}\u0000${text}`),
    zoneOf: context.zoneOf,
    constants: table.constants,
  });
}

interface Staging {
  account: FileAccount;
  setAside: SetAsideRow[];
  /** place -> id of the quarantined row it cures. */
  cured: Map<number, string>;
}

async function stageRows(
  transaction: BusinessTransaction,
  table: PreparedTable,
  reader: RowReader,
  statements: LoadStatements,
  context: LoadContext,
  staging: Staging,
): Promise<void> {
  const { account } = staging;
  const copier = copyRows(transaction.client, statements.copyTarget);
  try {
    let place = 0;
    for await (const batch of table.dataRows(context.signal)) {
      for (const row of batch) {
        place += 1;
        account.rows += 1;
        const outcome = reader.read(row);
        if (outcome.outcome === 'staged') {
          const cures = curedBy(table, row);
          if (cures !== undefined) staging.cured.set(place, cures);
          copier.add([String(place), String(row.line), uuidV7(), ...outcome.values]);
        } else if (outcome.outcome === 'skipped') {
          countSkipped(account, outcome.reason);
          if (outcome.reason !== 'blank_row') staging.setAside.push(skippedRow(row, place, outcome.reason));
        } else {
          countQuarantined(account, outcome.code);
          staging.setAside.push({
            ...quarantinedRow(row, place, outcome.code, outcome.message),
            column: outcome.column,
            value: outcome.value,
            cures: curedBy(table, row),
          });
        }
      }
      await copier.settle();
      context.onRows(batch);
      if (context.signal.aborted)
        throw new Fault('interrupted', 'Stopped before this file was loaded. Run the same command again to go on.', {
          exit: 'interrupted',
        });
    }
    await copier.finish();
  } catch (error) {
    copier.abort(error instanceof Error ? error : new Error(String(error)));
    throw error;
  }
}

/** Sets aside rows whose key came earlier in the same file: identical ones are skipped, others quarantined. */
async function setRepeatsAside(
  transaction: BusinessTransaction,
  table: PreparedTable,
  statements: LoadStatements,
  account: FileAccount,
  setAside: SetAsideRow[],
  context: LoadContext,
): Promise<number> {
  await transaction.run(statements.findRepeats);
  const repeated = await transaction.rows<{ place: number; first_line: number; is_identical: boolean }>(
    'select place, first_line, is_identical from repeated',
  );
  if (repeated.length === 0) return 0;
  await transaction.run(statements.dropRepeats);
  const byPlace = new Map(repeated.map((repeat) => [repeat.place, repeat]));
  // The cells were not kept (a file may be larger than memory): read the few we need again.
  let place = 0;
  for await (const batch of table.dataRows(context.signal)) {
    for (const row of batch) {
      place += 1;
      const repeat = byPlace.get(place);
      if (repeat === undefined) continue;
      if (repeat.is_identical) {
        countSkipped(account, 'repeated_row');
        setAside.push(skippedRow(row, place, 'repeated_row'));
      } else {
        countQuarantined(account, 'conflicting_repeat');
        const message = `Line ${repeat.first_line} of the same file has the same key with other values; that one was loaded. Keep one of them, or correct the key.`;
        setAside.push(quarantinedRow(row, place, 'conflicting_repeat', message));
      }
    }
  }
  return repeated.length;
}

async function writeRows(
  transaction: BusinessTransaction,
  table: PreparedTable,
  reader: RowReader,
  statements: LoadStatements,
  context: LoadContext,
  staged: number,
  account: FileAccount,
): Promise<number> {
  const { businessId } = transaction;
  for (const lookup of table.kind.lookups.filter((candidate) => reader.targets.includes(candidate.from))) {
    const unknown = await transaction.rows<{ spelling: string }>(
      `select distinct staged.${lookup.from} as spelling from ${statements.staged} as staged where staged.${lookup.from} is not null
       and not exists (select from ${lookup.spellings} as known where known.business_id = $1 and known.spelling = staged.${lookup.from})
       order by 1`,
      [businessId],
    );
    if (unknown.length > 0)
      await lookup.ensure(
        transaction,
        unknown.map((row) => row.spelling),
        context.batchId,
      );
  }
  const matched = await transaction.run(statements.match, [businessId]);
  await transaction.run('analyze matched');
  account.created =
    matched === staged
      ? 0
      : await transaction.run(statements.insert(matched > 0), [businessId, context.batchId, context.fileId, context.now]);
  if (matched > 0) {
    account.updated = await transaction.run(statements.keepBefore, [businessId, context.batchId, context.fileId, context.now]);
    if (account.updated > 0) await transaction.run(statements.update, [businessId, context.batchId, context.now]);
    account.same = matched - account.updated;
  }
  return account.created + account.updated;
}

/** Marks quarantined rows that were replayed, or corrected in a downloaded file, as cured. */
async function markCured(
  transaction: BusinessTransaction,
  table: PreparedTable,
  cured: Map<number, string>,
  setAside: SetAsideRow[],
  context: LoadContext,
): Promise<void> {
  for (const row of setAside) cured.delete(row.place);
  if (cured.size === 0) return;
  await transaction.run(
    `update import.quarantined_rows set state = 'replayed', resolved_batch_id = $2
     where business_id = $1 and state = 'open' and kind = $3 and id = any ($4::uuid[])`,
    [transaction.businessId, context.batchId, table.kind.kind, [...cured.values()]],
  );
}

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

function curedBy(table: PreparedTable, row: SourceRow): string | undefined {
  if (table.replayed !== undefined) return table.replayed.get(row.line);
  if (table.curedRowPosition < 0) return undefined;
  const id = (row.cells[table.curedRowPosition] ?? '').trim();
  return UUID.test(id) ? id : undefined;
}

function skippedRow(row: SourceRow, place: number, reason: string): SetAsideRow {
  return {
    outcome: 'skipped',
    place,
    line: row.line,
    code: reason,
    message: '',
    column: null,
    value: null,
    cells: row.cells,
    raw: row.raw ?? null,
    hash: '',
  };
}

function quarantinedRow(row: SourceRow, place: number, code: string, message: string): SetAsideRow {
  const hash = createHash('sha256')
    .update(row.raw ?? JSON.stringify(row.cells))
    .digest('hex');
  return {
    outcome: 'quarantined',
    place,
    line: row.line,
    code,
    message,
    column: null,
    value: null,
    cells: row.cells,
    raw: row.raw ?? null,
    hash,
  };
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
