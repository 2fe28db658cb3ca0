import type { BusinessTransaction } from '../platform/database/database.ts';
import { copyRows } from '../platform/database/copy-rows.ts';
import addArrivalsSql from './emit/add-arrivals.sql';
import makeStagingSql from './emit/make-staging.sql';
import notePlaceholdersSql from './emit/note-placeholders.sql';
import { CHANGED_COLUMNS, type ChangedRow, FillerNotes, readPerson } from './emit/read-person.ts';
import { recordIdsOf } from './emit/record-id.ts';
import { removeGoneRecords } from './emit/remove-gone-records.ts';
import updateSql from './emit/update-records.sql';
import type { RecordSource } from './record-source.ts';

export interface EmitReport {
  created: number;
  updated: number;
  removed: number;
  /** Customers that nothing was left of. */
  customersRemoved: number;
  bySource: Record<string, { created: number; updated: number; removed: number }>;
}

/**
 * Brings person records up to date with every source's rows. New rows are read, normalised
 * and put into customers.arrivals, where the resolver takes them from; changed ones change
 * their record; records whose row is gone go. Only what changed is read.
 */
export async function emitRecords(transaction: BusinessTransaction, options: { sources: readonly RecordSource[] }): Promise<EmitReport> {
  const report: EmitReport = { created: 0, updated: 0, removed: 0, customersRemoved: 0, bySource: {} };
  for (const source of options.sources) {
    const { created, updated } = await emitChanged(transaction, source);
    const gone = await removeGoneRecords(transaction, source.goneRecords);
    report.bySource[source.source] = { created, updated, removed: gone.records };
    report.created += created;
    report.updated += updated;
    report.removed += gone.records;
    report.customersRemoved += gone.customers;
  }
  return report;
}

const BATCH = 20_000;
const asText = { getTypeParser: () => (text: string) => text };

async function emitChanged(transaction: BusinessTransaction, source: RecordSource): Promise<{ created: number; updated: number }> {
  const { businessId } = transaction;
  // What an earlier run emitted and no resolver took yet is emitted anew: the row may have changed since.
  await transaction.run('delete from customers.arrivals where business_id = $1 and source = $2', [businessId, source.source]);
  const fillers = new FillerNotes();
  const staged = await stageChanged(transaction, source, fillers);
  if (staged === 0) return { created: 0, updated: 0 };
  await transaction.run('analyze staged_records');
  const now = new Date();
  const updated = await transaction.run(updateSql, [businessId, now]);
  const created = updated === staged ? 0 : await transaction.run(addArrivalsSql, [businessId, source.source, now]);
  await noteFillers(transaction, fillers, now);
  await transaction.run('drop table staged_records');
  return { created, updated };
}

async function stageChanged(transaction: BusinessTransaction, source: RecordSource, fillers: FillerNotes): Promise<number> {
  const { client, businessId } = transaction;
  await transaction.run(
    `declare changed_rows no scroll cursor for select ${CHANGED_COLUMNS.join(', ')} from (${source.changedRows}) as changed`,
    [businessId],
  );
  const idOf = recordIdsOf(source.source);
  let staged = 0;
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from changed_rows`, rowMode: 'array', types: asText });
    if (rows.length === 0) break;
    if (staged === 0) {
      await transaction.run('drop table if exists pg_temp.staged_records');
      await transaction.run(makeStagingSql);
    }
    staged += rows.length;
    await stage(transaction, rows, idOf, fillers);
  }
  await transaction.run('close changed_rows');
  return staged;
}

async function stage(
  transaction: BusinessTransaction,
  rows: readonly ChangedRow[],
  idOf: (sourceId: string) => string,
  fillers: FillerNotes,
): Promise<void> {
  const copier = copyRows(transaction.client, 'staged_records');
  for (const row of rows) {
    const person = readPerson(row, idOf, fillers);
    copier.add(person instanceof Promise ? await person : person);
  }
  await copier.finish();
}

async function noteFillers(transaction: BusinessTransaction, fillers: FillerNotes, now: Date): Promise<void> {
  const kinds = [...Array.from(fillers.emails, () => 'email'), ...Array.from(fillers.phones, () => 'phone')];
  if (kinds.length === 0) return;
  await transaction.run(notePlaceholdersSql, [transaction.businessId, kinds, [...fillers.emails, ...fillers.phones], now]);
}
