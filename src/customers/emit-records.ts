import type { BusinessTransaction } from '../platform/database/database.ts';
import { copyRows } from '../platform/database/copy-rows.ts';
import makeArrivalsSql from './emit/make-arrivals.sql';
import notePlaceholdersSql from './emit/note-placeholders.sql';
import { CHANGED_COLUMNS, FillerNotes, HAS_RECORD, readPerson } from './emit/read-person.ts';
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
 * and put into the temp table `arrivals`, where the resolver takes them from; changed ones change
 * their record; records whose row is gone go. Only what changed is read.
 */
export async function emitRecords(transaction: BusinessTransaction, options: { sources: readonly RecordSource[] }): Promise<EmitReport> {
  const report: EmitReport = { created: 0, updated: 0, removed: 0, customersRemoved: 0, bySource: {} };
  await transaction.run(makeArrivalsSql);
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
  // What was emitted before in this transaction and no resolver took yet is emitted anew.
  await transaction.run('delete from arrivals where source = $1', [source.source]);
  const fillers = new FillerNotes();
  const { created, changed } = await readChanged(transaction, source, fillers);
  if (created + changed === 0) return { created: 0, updated: 0 };
  const now = new Date();
  if (changed > 0) {
    await transaction.run('analyze arrivals');
    await transaction.run(updateSql, [businessId, now]);
    await transaction.run('delete from arrivals where has_record');
  }
  await noteFillers(transaction, fillers, now);
  return { created, updated: changed };
}

/** Reads a source's changed rows into `arrivals`; how many have no record yet, and how many change theirs. */
async function readChanged(
  transaction: BusinessTransaction,
  source: RecordSource,
  fillers: FillerNotes,
): Promise<{ created: number; changed: number }> {
  const { client, businessId } = transaction;
  await transaction.run(
    `declare changed_rows no scroll cursor for select ${CHANGED_COLUMNS.join(', ')} from (${source.changedRows}) as changed`,
    [businessId],
  );
  const idOf = recordIdsOf(source.source);
  const counts = { created: 0, changed: 0 };
  for (;;) {
    const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from changed_rows`, rowMode: 'array', types: asText });
    if (rows.length === 0) break;
    const copier = copyRows(client, 'arrivals');
    for (const row of rows) {
      const person = readPerson(row, source.source, idOf, fillers);
      copier.add(person instanceof Promise ? await person : person);
      counts[row[HAS_RECORD] === 't' ? 'changed' : 'created'] += 1;
    }
    await copier.finish();
  }
  await transaction.run('close changed_rows');
  return counts;
}

async function noteFillers(transaction: BusinessTransaction, fillers: FillerNotes, now: Date): Promise<void> {
  const kinds = [...Array.from(fillers.emails, () => 'email'), ...Array.from(fillers.phones, () => 'phone')];
  if (kinds.length === 0) return;
  await transaction.run(notePlaceholdersSql, [transaction.businessId, kinds, [...fillers.emails, ...fillers.phones], now]);
}
