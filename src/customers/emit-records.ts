import { setImmediate } from 'node:timers/promises';
import type { PoolClient } from 'pg';
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

/** Rows on their way at a time: about what the connection's buffers hold. */
const BATCH = 5_000;
const TURN = 500;
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
  const reader = { source: source.source, idOf: recordIdsOf(source.source), fillers };
  const counts = { created: 0, changed: 0 };
  let people: Arrival[] = [];
  let rows = await fetchRows(client);
  while (rows.length > 0 || people.length > 0) {
    for (const row of rows) counts[row[HAS_RECORD] === 't' ? 'changed' : 'created'] += 1;
    const isMore = rows.length > 0;
    // The server takes the last rows and looks for the next while these are being read here.
    [rows, people] = await Promise.all([
      writeArrivals(client, people).then(() => (isMore ? fetchRows(client) : [])),
      readPeople(rows, reader),
    ]);
  }
  await transaction.run('close changed_rows');
  return counts;
}

type Arrival = readonly (string | null)[];

async function fetchRows(client: PoolClient): Promise<Arrival[]> {
  const { rows } = await client.query<(string | null)[]>({ text: `fetch ${BATCH} from changed_rows`, rowMode: 'array', types: asText });
  return rows;
}

async function writeArrivals(client: PoolClient, people: readonly Arrival[]): Promise<void> {
  if (people.length === 0) return;
  const copier = copyRows(client, 'arrivals');
  for (const person of people) copier.add(person);
  await copier.finish();
}

interface PersonReader {
  source: string;
  idOf: (sourceId: string) => string;
  fillers: FillerNotes;
}

async function readPeople(rows: readonly Arrival[], { source, idOf, fillers }: PersonReader): Promise<Arrival[]> {
  const people: Arrival[] = [];
  for (const row of rows) {
    const person = readPerson(row, source, idOf, fillers);
    people.push(person instanceof Promise ? await person : person);
    // What is on its way to and from the server is carried on meanwhile.
    if (people.length % TURN === 0) await setImmediate();
  }
  return people;
}

async function noteFillers(transaction: BusinessTransaction, fillers: FillerNotes, now: Date): Promise<void> {
  const kinds = [...Array.from(fillers.emails, () => 'email'), ...Array.from(fillers.phones, () => 'phone')];
  if (kinds.length === 0) return;
  await transaction.run(notePlaceholdersSql, [transaction.businessId, kinds, [...fillers.emails, ...fillers.phones], now]);
}
