import type { QueryResultRow } from 'pg';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { lockBusiness } from '../../tenancy/index.ts';
import notePlaceholdersSql from '../emit/note-placeholders.sql';
import { FillerNotes, readPerson } from '../emit/read-person.ts';
import { recordIdsOf } from '../emit/record-id.ts';
import updateSql from '../emit/update-records.sql';
import type { DependentPointer, RecordSource } from '../record-source.ts';
import { resolveCustomers, type ResolveReport } from '../resolve-customers.ts';
import { type StagedRow, Staging } from '../staging/staging.ts';
import findKnownSql from './find-known-records.sql';
import tellSql from './tell-arrivals.sql';

/** A row that names a person, as it stands in its own table; what is not known is left out. */
export interface ComingPerson {
  /** Id of the row in its table. */
  sourceId: string;
  /** The key people know it by: job id, contact number. */
  sourceKey?: string | null | undefined;
  /** The row's updated_at, to the microsecond as PostgreSQL writes it: by it an import sees whether the record is up to date. */
  updatedAt: string;
  name?: string | null | undefined;
  email?: string | null | undefined;
  phone?: string | null | undefined;
  /** Two letters; by itself a number of ten digits is one of the US or Canada. */
  country?: string | null | undefined;
  quoteNumber?: string | null | undefined;
  /** The day the row tells of, yyyy-mm-dd. */
  observedOn?: string | null | undefined;
  batchId?: string | null | undefined;
  street?: string | null | undefined;
  city?: string | null | undefined;
  state?: string | null | undefined;
  zip?: string | null | undefined;
}

/** What became of one. */
export interface ArrivedPerson {
  sourceId: string;
  recordId: string;
  /** Null when the row names nobody: no name, no e-mail or phone that says anything. */
  customerId: string | null;
  name: string | null;
  /** The customer was made for it (or for another that came in the same call). */
  isNew: boolean;
  /** Customers whom it may be as well: a question for a person, in `customers review`. */
  mayBe: string[];
  /** Customers that became part of this one by it; their ids lead here from now on. */
  merged: string[];
}

export interface Arrivals {
  /** In the order in which they were given. */
  people: ArrivedPerson[];
  resolved: ResolveReport;
}

export interface ArrivalOptions {
  /** The table of the rows, as its record source names it: `journey.jobs`. */
  source: string;
  /** Who brings them: `web-form`, a member, an agent. Stands in the ledger. */
  startedBy: string;
  /** Whose rows are pointed at their customers: those of the source, and rows of all others that move with them. */
  sources: readonly RecordSource[];
  dependents: readonly DependentPointer[];
}

/**
 * One or a few new or changed rows (a web form, an API's contact) become records and are resolved at once, as
 * a run over everybody would; tells each one's customer and what happened. The rows stand in their table
 * already, in the same transaction, which waits for an import or build that is running to end (up to 15 s, then
 * `business_busy`); so it is not called inside `withBusinessLock`. Rolling back is the dry run.
 */
export async function arrivePeople(
  transaction: BusinessTransaction,
  people: readonly ComingPerson[],
  { source, startedBy, ...pointers }: ArrivalOptions,
): Promise<Arrivals> {
  await lockBusiness(transaction, 'arrival');
  const now = new Date();
  const rows = await readRows(transaction, people, source);
  const ids = rows.map((row) => row[ID] ?? '');
  const known = await takeKnown(transaction, rows, now);
  const resolved = await resolveCustomers(transaction, {
    startedBy,
    purpose: 'arrival',
    arrivals: rows.filter((row) => !known.has(row[ID] ?? '')),
    pointers,
  });
  const told = await transaction.prepared<ArrivedPerson & QueryResultRow>(tellSql, [transaction.businessId, ids, now]);
  const byId = new Map(told.map((one) => [one.recordId, one]));
  return { people: ids.flatMap((id) => byId.get(id) ?? []), resolved };
}

/** Position of the record's id in a row of `arrivals`. */
const ID = 1;

async function readRows(transaction: BusinessTransaction, people: readonly ComingPerson[], source: string): Promise<StagedRow[]> {
  const fillers = new FillerNotes();
  const idOf = recordIdsOf(source);
  const rows: StagedRow[] = [];
  for (const person of people) rows.push(await readPerson(asChangedRow(person), source, idOf, fillers));
  const values = [...fillers.emails, ...fillers.phones];
  if (values.length > 0) {
    const kinds = [...Array.from(fillers.emails, () => 'email'), ...Array.from(fillers.phones, () => 'phone')];
    await transaction.run(notePlaceholdersSql, [transaction.businessId, kinds, values, new Date()]);
  }
  return rows;
}

/** In the order of CHANGED_COLUMNS. */
function asChangedRow(person: ComingPerson): StagedRow {
  const { name, email, phone, country, quoteNumber, observedOn, batchId, street, city, state, zip } = person;
  const told = [name, email, phone, country, quoteNumber, observedOn, batchId, street, city, state, zip].map((value) => value ?? null);
  return [person.sourceId, person.sourceKey ?? null, person.updatedAt, ...told, 'f'];
}

/** Changes the records of rows that have one; their ids. */
async function takeKnown(transaction: BusinessTransaction, rows: readonly StagedRow[], now: Date): Promise<ReadonlySet<string>> {
  const { businessId } = transaction;
  const found = await transaction.prepared<{ id: string }>(findKnownSql, [businessId, rows.map((row) => row[ID])]);
  const known = new Set(found.map(({ id }) => id));
  if (known.size === 0) return known;
  const staging = await Staging.few(transaction);
  await staging.put(
    'arrivals',
    rows.filter((row) => known.has(row[ID] ?? '')).map((row) => [...row.slice(0, -1), 't']),
  );
  await staging.run(updateSql, [businessId, now]);
  await staging.close();
  return known;
}
