import type { Business } from '../../tenancy/index.ts';
import { withBusinessLock } from '../../tenancy/index.ts';
import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { type UndoneBatch, fileKinds, undoConsequences } from '../file-kind.ts';
import { findKept } from './find-kept.ts';
import { coveredColumns, findLaterFiles } from './find-later-files.ts';
import { passOn } from './pass-on.ts';
import { removeCreated } from './remove-created.ts';
import { removeLeftovers } from './remove-leftovers.ts';
import { restoreOverwritten } from './restore-overwritten.ts';
import type { UndoOptions, UndoReport } from './undo-report.ts';
import wakeRepeated from './wake-repeated.sql';

interface BatchRow {
  id: string;
  number: number;
  state: string;
  undo_report: Partial<UndoReport> | null;
}

/**
 * Undoes an import batch: overwritten values return, created rows go, rows edited since are
 * kept and named, and what only this batch caused goes too. Works in chunks, each its own
 * transaction, so that a killed undo is carried on by the same command.
 */
export async function undoBatch(database: Database, business: Business, batchNumber: number, options: UndoOptions): Promise<UndoReport> {
  return withBusinessLock(database, business.id, 'undo', async () => {
    if (!options.execute) return database.inBusiness(business.id, (transaction) => rehearse(transaction, batchNumber, options), 'dry-run');
    return execute(database, business, batchNumber, options);
  });
}

async function rehearse(transaction: BusinessTransaction, batchNumber: number, options: UndoOptions): Promise<UndoReport> {
  const batch = await getBatch(transaction, batchNumber);
  const report = openReport(batch, true);
  let isMore = true;
  while (isMore) isMore = await undoChunk(transaction, batch, report, options);
  await conclude(transaction, batch, report, options);
  return report;
}

async function execute(database: Database, business: Business, batchNumber: number, options: UndoOptions): Promise<UndoReport> {
  const batch = await database.inBusiness(business.id, async (transaction) => {
    const found = await getBatch(transaction, batchNumber);
    await transaction.run(`update import.batches set state = 'undoing' where business_id = $1 and id = $2`, [business.id, found.id]);
    return found;
  });
  const report = openReport(batch, false);
  let isMore = true;
  while (isMore) {
    if (options.signal.aborted) {
      throw new Fault(
        'interrupted',
        `Stopped at a safe point; part of import ${batchNumber} is undone. Run "throughline import undo ${batchNumber} --execute" again to go on.`,
        { exit: 'interrupted' },
      );
    }
    isMore = await database.inBusiness(business.id, async (transaction) => {
      const more = await undoChunk(transaction, batch, report, options);
      await writeReport(transaction, batch, report);
      return more;
    });
    options.onProgress?.(sum(report.removed) + sum(report.restored) + sum(report.passedOn));
  }
  await database.inBusiness(business.id, (transaction) => conclude(transaction, batch, report, options));
  return report;
}

/** Undoes up to some ten thousand rows of the latest file that has any left; false when none has. */
async function undoChunk(transaction: BusinessTransaction, batch: BatchRow, report: UndoReport, options: UndoOptions): Promise<boolean> {
  // Last file first: a row created by one file and overwritten by a later one goes back step by step.
  const files = await transaction.rows<{ id: string; kind: string; columns: string[] }>(
    `select id, kind, array(select jsonb_object_keys(columns || constants)) as columns from import.files where business_id = $1 and batch_id = $2 and state = 'loaded' order by position desc limit 1`,
    [transaction.businessId, batch.id],
  );
  const [file] = files;
  if (file === undefined) return false;
  const kinds = fileKinds.collect(options.modules);
  const kind = kinds.find((candidate) => candidate.kind === file.kind);
  if (kind === undefined)
    throw new Fault(
      'unknown_kind',
      `Import ${batch.number} has a file of kind "${file.kind}", which this installation does not know. Add the module that owns it and try again.`,
      { exit: 'usage' },
    );
  const undone = { id: file.id, batchId: batch.id, covers: coveredColumns(kind, file.columns) };
  const passed = await passOn(transaction, kind, undone, await findLaterFiles(transaction, kinds, { kind, fileId: file.id }));
  add(report.passedOn, kind.kind, passed.rows);
  add(report.restored, kind.kind, passed.changed);
  if (passed.rows > 0) return true;
  const restored = await restoreOverwritten(transaction, kind, batch.id, file.id);
  add(report.restored, kind.kind, restored);
  const removed = restored > 0 ? 0 : await removeCreated(transaction, kind, batch.id, file.id);
  add(report.removed, kind.kind, removed);
  if (restored === 0 && removed === 0) {
    add(report.removed, kind.kind, await removeLeftovers(transaction, kind));
    await transaction.run('delete from import.seen_rows where business_id = $1 and file_id = $2', [transaction.businessId, file.id]);
    await transaction.run(`update import.files set state = 'undone' where business_id = $1 and id = $2`, [transaction.businessId, file.id]);
  }
  return true;
}

async function conclude(transaction: BusinessTransaction, batch: BatchRow, report: UndoReport, options: UndoOptions): Promise<void> {
  const { businessId } = transaction;
  const { count, rows } = await findKept(transaction, fileKinds.collect(options.modules), batch.id);
  report.keptCount = count;
  report.kept = rows;
  const undone: UndoneBatch = {
    id: batch.id,
    tables: await findTables(transaction, batch, options),
    hasRestored: sum(report.restored) > 0,
  };
  for (const consequence of undoConsequences.collect(options.modules)) {
    for (const [name, went] of Object.entries(await consequence.tidy(transaction, undone, options.modules)))
      add(report.consequences, name, went);
    report.keptDecisions.push(...((await consequence.findKept?.(transaction)) ?? []));
    report.keptValues.push(...((await consequence.findKeptValues?.(transaction)) ?? []));
  }
  await transaction.run(
    `update import.quarantined_rows set state = 'undone' where business_id = $1 and batch_id = $2 and state in ('open', 'repeated')`,
    [businessId, batch.id],
  );
  await transaction.run(
    `update import.quarantined_rows set state = 'open', resolved_batch_id = null where business_id = $1 and resolved_batch_id = $2`,
    [businessId, batch.id],
  );
  // A later import may have met the same rows and counted on these to wait here.
  await transaction.run(wakeRepeated, [businessId]);
  await transaction.run(`update import.batches set state = 'undone', undone_at = $3, undo_report = $4 where business_id = $1 and id = $2`, [
    businessId,
    batch.id,
    new Date(),
    JSON.stringify(report),
  ]);
  await transaction.run(
    `insert into tenancy.audit_log (business_id, id, at, actor, action, object, details) values ($1, platform.uuid_v7(), $2, $3, 'import.undo', $4, $5)`,
    [
      businessId,
      new Date(),
      options.undoneBy,
      String(batch.number),
      JSON.stringify({ removed: report.removed, restored: report.restored, passedOn: report.passedOn, kept: report.keptCount }),
    ],
  );
}

/** The tables that the batch's files were loaded into. */
async function findTables(transaction: BusinessTransaction, batch: BatchRow, options: UndoOptions): Promise<Set<string>> {
  const files = await transaction.rows<{ kind: string }>(
    'select distinct kind from import.files where business_id = $1 and batch_id = $2',
    [transaction.businessId, batch.id],
  );
  const loaded = new Set(files.map((file) => file.kind));
  return new Set(
    fileKinds
      .collect(options.modules)
      .filter((kind) => loaded.has(kind.kind))
      .map((kind) => kind.table),
  );
}

async function getBatch(transaction: BusinessTransaction, batchNumber: number): Promise<BatchRow> {
  const rows = await transaction.rows<BatchRow>(
    'select id, number, state, undo_report from import.batches where business_id = $1 and number = $2',
    [transaction.businessId, batchNumber],
  );
  const [batch] = rows;
  if (batch === undefined)
    throw new Fault('no_such_batch', `There is no import ${batchNumber} in this business. "throughline import list" shows them.`, {
      exit: 'usage',
      status: 404,
    });
  if (batch.state === 'undone')
    throw new Fault('already_undone', `Import ${batchNumber} was undone before. Import the files again to have its rows back.`, {
      exit: 'usage',
      status: 409,
    });
  return batch;
}

function openReport(batch: BatchRow, dryRun: boolean): UndoReport {
  const before = batch.state === 'undoing' ? (batch.undo_report ?? {}) : {};
  return {
    batch: batch.number,
    dryRun,
    removed: before.removed ?? {},
    restored: before.restored ?? {},
    passedOn: before.passedOn ?? {},
    keptCount: 0,
    kept: [],
    keptDecisions: [],
    keptValues: [],
    consequences: {},
    resumed: batch.state === 'undoing',
  };
}

async function writeReport(transaction: BusinessTransaction, batch: BatchRow, report: UndoReport): Promise<void> {
  await transaction.run('update import.batches set undo_report = $3 where business_id = $1 and id = $2', [
    transaction.businessId,
    batch.id,
    JSON.stringify(report),
  ]);
}

function add(counts: Record<string, number>, name: string, rows: number): void {
  if (rows > 0) counts[name] = (counts[name] ?? 0) + rows;
}

function sum(counts: Record<string, number>): number {
  return Object.values(counts).reduce((total, rows) => total + rows, 0);
}
