import pg from 'pg';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { arrivePeople, type Arrivals, type ComingPerson } from '../arrive/arrive-people.ts';
import { emitRecords } from '../emit-records.ts';
import type { DependentPointer, RecordSource } from '../record-source.ts';
import { refreshPointers } from '../refresh-pointers.ts';
import { resolveCustomers } from '../resolve-customers.ts';

/** A row of the toy table that stands for whatever names a person. */
export interface ToyRow {
  /** By itself the next in time. */
  id?: string;
  name?: string | null;
  email?: string | null;
  phone?: string | null;
  quote?: string | null;
  day?: string;
  key?: string;
  country?: string;
  batchId?: string;
  street?: string | null;
  zip?: string | null;
  toCity?: string | null;
}

const CREATE = `
create schema toy;
create table toy.rows (
  business_id uuid not null, id uuid not null, key text, name text, email text, phone text, country text not null default 'US',
  quote text, street text, postal_code text, to_city text, day date not null default '2024-05-01', batch_id uuid, updated_at timestamptz not null default clock_timestamp(), customer_id uuid,
  constraint rows_pkey primary key (business_id, id)
);
create table toy.visits (business_id uuid not null, id uuid not null, row_id uuid not null, customer_id uuid, constraint visits_pkey primary key (business_id, id));
grant usage on schema toy to throughline_app;
grant select, insert, update, delete on toy.rows, toy.visits to throughline_app;
`;

/** Every toy row is a person record. */
export const toySource: RecordSource = {
  source: 'toy.rows',
  title: 'toy row',
  changedRows: `
    select toy.id as source_id, toy.key as source_key, toy.updated_at as source_updated_at, toy.name, toy.email, toy.phone, toy.country,
      toy.quote as quote_number, toy.day as observed_on, toy.batch_id, toy.street, null::text as city, null::text as state, toy.postal_code,
      record.id is not null as has_record
    from toy.rows as toy
    left join customers.records as record on record.business_id = $1 and record.source = 'toy.rows' and record.source_id = toy.id
    where toy.business_id = $1 and (record.id is null or record.source_updated_at <> toy.updated_at)`,
  goneRecords: `
    select record.id
    from customers.records as record
    where record.business_id = $1 and record.source = 'toy.rows'
      and not exists (select from toy.rows as toy where toy.business_id = $1 and toy.id = record.source_id)`,
  refreshPointers: `
    update toy.rows as toy set customer_id = record.customer_id
    from customers.records as record
    where toy.business_id = $1 and record.business_id = $1 and record.source = 'toy.rows' and record.source_id = toy.id
      and toy.customer_id is distinct from record.customer_id`,
  details: `
    select toy.id as source_id, null::uuid as file_id, null::integer as line, null::text as destination_address,
      toy.to_city as destination_city, null::text as destination_state, null::text as destination_zip
    from toy.rows as toy where toy.business_id = $1`,
};

/** A visit belongs to whoever its row belongs to. */
export const toyVisits: DependentPointer = {
  name: 'toy.visits',
  after: ['toy.rows'],
  refreshPointers: `
    update toy.visits as visit set customer_id = toy.customer_id
    from toy.rows as toy
    where visit.business_id = $1 and toy.business_id = $1 and toy.id = visit.row_id and visit.customer_id is distinct from toy.customer_id`,
  refreshMoved: `
    update toy.visits as visit set customer_id = toy.customer_id
    from toy.rows as toy, customers.records as record, planned_moves as moved
    where visit.business_id = $1 and toy.business_id = $1 and toy.id = visit.row_id and visit.customer_id is distinct from toy.customer_id
      and record.business_id = $1 and record.id = moved.record_id and record.source_id = toy.id`,
};

export const toyPlugs = { sources: [toySource], dependents: [toyVisits] };

/** A scratch database with the toy tables. */
export async function withToyDatabase(): Promise<ScratchDatabase> {
  const scratch = await withDatabase();
  const admin = new pg.Client({ connectionString: scratch.database.adminUrl });
  await admin.connect();
  await admin.query(CREATE);
  await admin.end();
  return scratch;
}

/** Adds rows, in order; returns their ids. */
export async function addRows(transaction: BusinessTransaction, rows: readonly ToyRow[]): Promise<string[]> {
  const ids: string[] = [];
  for (const row of rows) {
    const id = row.id ?? uuidV7(Date.parse('2024-01-01') + next());
    await transaction.run(
      `insert into toy.rows (business_id, id, key, name, email, phone, country, quote, day, batch_id, street, postal_code, to_city)
       values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)`,
      [
        transaction.businessId,
        id,
        row.key ?? null,
        row.name ?? null,
        row.email ?? null,
        row.phone ?? null,
        row.country ?? 'US',
        row.quote ?? null,
        row.day ?? '2024-05-01',
        row.batchId ?? null,
        row.street ?? null,
        row.zip ?? null,
        row.toCity ?? null,
      ],
    );
    ids.push(id);
  }
  return ids;
}

let ticks = 0;

/** Ids in the order of adding, so that "oldest" means what a test reads. */
function next(): number {
  ticks += 1;
  return ticks;
}

/** `leavesMoves`: through temp tables, however little there is to do. */
export interface ResolveWay {
  leavesMoves?: boolean;
}

/** Adds rows and lets them arrive in one call, as a web form would. */
export async function arriveRows(transaction: BusinessTransaction, rows: readonly ToyRow[]): Promise<Arrivals> {
  const ids = await addRows(transaction, rows);
  const people = await transaction.rows<Record<keyof ComingPerson, string>>(
    `select id as "sourceId", updated_at::text as "updatedAt", day::text as "observedOn", key as "sourceKey", name, email, phone, country,
       quote as "quoteNumber", batch_id as "batchId", street, postal_code as zip
     from toy.rows where business_id = $1 and id = any ($2::uuid[]) order by array_position($2::uuid[], id)`,
    [transaction.businessId, ids],
  );
  return arrivePeople(transaction, people, { source: toySource.source, startedBy: 'test', ...toyPlugs });
}

/** Emits, resolves and refreshes. */
export async function resolveAll(
  transaction: BusinessTransaction,
  options: ResolveWay & { full?: boolean; match?: 'always' | 'when quick' } = {},
): ReturnType<typeof resolveCustomers> {
  await emitRecords(transaction, toyPlugs);
  const report = await resolveCustomers(transaction, { startedBy: 'test', ...options });
  await refreshPointers(transaction, toyPlugs);
  return report;
}

/** Who is who, as groups of row keys: `[['ann 1', 'ann 2'], ['bob']]`, sorted. */
export async function groups(transaction: BusinessTransaction): Promise<string[][]> {
  const rows = await transaction.rows<{ keys: string[] }>(
    `select array_agg(key order by key) as keys from toy.rows where business_id = $1 and customer_id is not null group by customer_id order by 1`,
    [transaction.businessId],
  );
  return rows.map((row) => row.keys);
}

/** The customer of a row, by its key. */
export async function customerOf(transaction: BusinessTransaction, key: string): Promise<string | null> {
  const row = await transaction.one<{ customer_id: string | null }>(
    'select customer_id from toy.rows where business_id = $1 and key = $2',
    [transaction.businessId, key],
  );
  return row.customer_id;
}
