import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import makeArrivalsSql from '../../src/customers/emit/make-arrivals.sql';
import { type ChangedRow, FillerNotes, readPerson } from '../../src/customers/emit/read-person.ts';
import { matchPerson } from '../../src/customers/match/match-person.ts';
import { resolveCustomers } from '../../src/customers/resolve-customers.ts';
import { arrivePeople } from '../../src/customers/arrive/arrive-people.ts';
import { copyRows } from '../../src/platform/database/copy-rows.ts';
import type { BusinessTransaction, Database } from '../../src/platform/database/database.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { uuidV7 } from '../../src/platform/uuid.ts';
import { householdSet } from './households.ts';
import { showTimes } from './show-times.ts';

const BATCH = 10_000;
const SINGLES = 500;
const WARM = 30;

/** The same through a business's own tables: a whole run, ten thousand more, single rows written and single people asked about. Lines to print. */
export async function measureArrivalsInStore(settled: number): Promise<string[]> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-bench-'));
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  try {
    return await measure(database, settled);
  } finally {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function measure(database: Database, settled: number): Promise<string[]> {
  const businessId = uuidV7();
  await database.outsideBusinesses((client) =>
    client.query(
      `insert into tenancy.businesses (id, slug, name, currency, time_zone) values ($1, 'bench', 'bench', 'USD', 'America/Chicago')`,
      [businessId],
    ),
  );
  const rows = personRows(settled + BATCH + WARM + 2 * SINGLES);
  const come = (from: number, to: number, match?: 'always'): Promise<number> =>
    timed(() => database.inBusiness(businessId, (transaction) => arrive(transaction, rows.slice(from, to), match)));
  const whole = await come(0, settled, 'always');
  const batch = await come(settled, settled + BATCH);
  const written = new Float64Array(SINGLES);
  // The first few plan their statements and fill the caches, as they do once after the program starts.
  for (const row of rows.slice(settled + BATCH, settled + BATCH + WARM)) await knock(database, businessId, row);
  for (let single = 0; single < SINGLES; single += 1)
    written[single] = await timed(() => knock(database, businessId, rows[settled + BATCH + WARM + single] ?? []));
  const asked: number[] = [];
  for (const row of rows.slice(settled + BATCH + WARM + SINGLES)) {
    const [, , , name, email, phone, , , , , street, city, state, zip] = row.map((cell) => cell ?? undefined);
    if (name === undefined) continue;
    const person = { name, email, phone, street, city, state, zip };
    asked.push(await timed(() => database.inBusiness(businessId, (transaction) => matchPerson(transaction, person), 'read')));
  }
  return [
    `\n${settled} records in the business's tables, a whole run: ${(whole / 1000).toFixed(1)} s`,
    `  ${BATCH} new records, committed: ${(batch / 1000).toFixed(2)} s`,
    `  ${SINGLES} committed one by one, after the first ${WARM}: ${showTimes(written)}`,
    `  ${asked.length} asked about (customers match): ${showTimes(Float64Array.from(asked))}`,
  ];
}

/** Rows as a record source gives them; a name with its e-mail, phone and address. */
function personRows(count: number): ChangedRow[] {
  const { columns, rows } = householdSet(count, 11);
  const place = (name: string): number => columns.findIndex((column) => column.name === name);
  const [name, email, phone, street, city, state, zip] = ['name', 'email', 'phone', 'street', 'city', 'state', 'zip'].map(place);
  const day = Date.parse('2024-01-01');
  return rows.map((row, at) => {
    const cell = (column: number | undefined): string | null => row[column ?? -1] || null;
    const id = uuidV7(day + at);
    const contact = [cell(name), cell(email), cell(phone), 'US', null, '2024-01-01', null];
    return [id, id, '2024-01-01', ...contact, cell(street), cell(city), cell(state), cell(zip), 'f'];
  });
}

async function arrive(transaction: BusinessTransaction, rows: readonly ChangedRow[], match?: 'always'): Promise<void> {
  await transaction.run(makeArrivalsSql);
  const copier = copyRows(transaction.client, 'arrivals');
  const fillers = new FillerNotes();
  for (const row of rows) copier.add(await readPerson(row, 'bench.rows', (id) => id, fillers));
  await copier.finish();
  await resolveCustomers(transaction, { startedBy: 'bench', ...(match === undefined ? {} : { match }) });
}

/** One row arrives as from a web form. */
async function knock(database: Database, businessId: string, row: ChangedRow): Promise<void> {
  const [sourceId, , updatedAt, name, email, phone, country, , observedOn, , street, city, state, zip] = row;
  const person = {
    sourceId: sourceId ?? '',
    updatedAt: updatedAt ?? '',
    name,
    email,
    phone,
    country,
    observedOn,
    street,
    city,
    state,
    zip,
  };
  await database.inBusiness(businessId, (transaction) =>
    arrivePeople(transaction, [person], { source: 'bench.rows', startedBy: 'bench', sources: [], dependents: [] }),
  );
}

async function timed(work: () => Promise<unknown>): Promise<number> {
  const began = performance.now();
  await work();
  return performance.now() - began;
}
