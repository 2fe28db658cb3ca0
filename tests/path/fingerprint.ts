import { createHash } from 'node:crypto';
import type { Database } from '../../src/platform/database/database.ts';

/** Every row of every table of a business, by table, in an order and a wording that do not depend on ids or clocks. */
export type Fingerprint = Record<string, string[]>;

type Row = Record<string, unknown>;

/** When something was written, how often it was tried, and under which number: differs between two runs that did the same. */
const BOOKKEEPING = new Set([
  ...['business_id', 'id', 'number', 'batch', 'resumed', 'execution_count', 'notes'],
  ...[
    'at',
    'created_at',
    'updated_at',
    'recorded_at',
    'applied_at',
    'loaded_at',
    'started_at',
    'finished_at',
    'undone_at',
    'merged_at',
    'decided_at',
    'found_at',
    'superseded_at',
    'revoked_at',
  ],
  ...['executed_at', 'last_execution_at', 'check_timestamp', 'source_updated_at', 'made_at', 'edited_at', 'timestamp'],
]);

/**
 * Which transactions wrote, answers that can be worked out again, copies of rows, and what was learnt at some time of
 * the records there were then: no facts of the business.
 */
const NO_FACTS = [
  ...['tenancy.data_changes', 'tenancy.table_changes', 'catalogue.answers', 'catalogue.kept_states'],
  ...[
    'catalogue.kept_jobs',
    'catalogue.kept_leads',
    'catalogue.kept_opportunities',
    'catalogue.kept_lost_leads',
    'catalogue.kept_bad_leads',
  ],
  ...['customers.models', 'customers.model_weights', 'customers.model_values'],
];

/** Our own ids are uuids of version 7; those of the CRM (job ids) are not, and stay as they are. */
const OWN_ID = /[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}/g;

/** How far a difference travels along references: record -> link -> customer -> merge -> redirect. */
const ROUNDS = 5;

/**
 * Reads all tables of a business. An id is replaced by what the row it points at says, and so
 * on, so that two databases have the same fingerprint exactly when they hold the same facts.
 * Imports that changed nothing (a finished one that was started again) are left out, and the
 * tables (`journey.jobs`) and columns (`journey.jobs.line`) named.
 */
export async function fingerprint(database: Database, businessId: string, leaveOut: readonly string[] = []): Promise<Fingerprint> {
  const tables = await readTables(database, businessId);
  dropIdleBatches(tables);
  for (const [table, rows] of tables)
    for (const row of rows) for (const column of Object.keys(row)) if (leaveOut.includes(`${table}.${column}`)) delete row[column];
  let wordings = new Map<string, string>();
  for (let round = 0; round < ROUNDS; round += 1) {
    const next = new Map<string, string>();
    for (const [table, rows] of tables)
      for (const row of rows) if (typeof row.id === 'string') next.set(row.id, digest(`${table} ${wordingOf(row, wordings)}`));
    wordings = next;
  }
  const kept = [...tables].filter(([table]) => !leaveOut.includes(table) && !NO_FACTS.includes(table));
  return Object.fromEntries(kept.map(([table, rows]) => [table, rows.map((row) => wordingOf(row, wordings)).sort()]));
}

/**
 * What one fingerprint has and the other has not, by table, the first few rows each. Rows that
 * differ only in what their references say come last: the cause is elsewhere.
 */
export function differencesOf(expected: Fingerprint, found: Fingerprint): string[] {
  const tables = [...new Set([...Object.keys(expected), ...Object.keys(found)])];
  const own = tables.flatMap((table) =>
    difference(table, (expected[table] ?? []).map(withoutReferences), (found[table] ?? []).map(withoutReferences)),
  );
  return own.length > 0 ? own : tables.flatMap((table) => difference(table, expected[table] ?? [], found[table] ?? []));
}

function difference(table: string, expected: readonly string[], found: readonly string[]): string[] {
  const missing = without(expected, found);
  const surplus = without(found, expected);
  return [
    ...missing.slice(0, 3).map((row) => `${table} misses ${row}`),
    ...surplus.slice(0, 3).map((row) => `${table} has ${row}`),
    ...(missing.length + surplus.length > 6 ? [`${table}: ${missing.length} missing, ${surplus.length} surplus`] : []),
  ];
}

/** Rows of the first list that are not in the second, counted. */
function without(rows: readonly string[], others: readonly string[]): string[] {
  const left = new Map<string, number>();
  for (const row of others) left.set(row, (left.get(row) ?? 0) + 1);
  return rows.filter((row) => {
    const count = left.get(row) ?? 0;
    left.set(row, count - 1);
    return count <= 0;
  });
}

function withoutReferences(row: string): string {
  return row.replace(/→[0-9a-f]{10}/g, '→');
}

async function readTables(database: Database, businessId: string): Promise<Map<string, Row[]>> {
  return database.inBusiness(
    businessId,
    async (transaction) => {
      const names = await transaction.rows<{ name: string }>(
        `select format('%I.%I', schema.nspname, relation.relname) as name
         from pg_class as relation
         join pg_namespace as schema on schema.oid = relation.relnamespace
         join pg_attribute as tenant on tenant.attrelid = relation.oid and tenant.attname = 'business_id'
         where relation.relkind = 'r' and schema.nspname in ('tenancy', 'import', 'customers', 'journey')
         order by 1`,
      );
      const tables = new Map<string, Row[]>();
      for (const { name } of names) {
        const rows = await transaction.rows<{ row: Row }>(
          `select to_jsonb(present) as row from ${name} as present where business_id = $1`,
          [businessId],
        );
        tables.set(
          name,
          rows.map(({ row }) => row),
        );
      }
      return tables;
    },
    'read',
  );
}

function dropIdleBatches(tables: Map<string, Row[]>): void {
  const files = tables.get('import.files') ?? [];
  const busy = new Set(files.filter((file) => Number(file.created) + Number(file.updated) > 0).map((file) => file.batch_id));
  const batches = new Map(files.map((file) => [file.id, file.batch_id]));
  for (const [table, rows] of tables) {
    if (table === 'import.batches')
      tables.set(
        table,
        rows.filter((row) => busy.has(row.id)),
      );
    else if (table.startsWith('import.') || table === 'journey.integrity_check_history')
      tables.set(
        table,
        rows.filter((row) => {
          const batch = row.batch_id ?? batches.get(row.file_id);
          return batch === undefined || busy.has(batch);
        }),
      );
  }
}

function wordingOf(row: Row, wordings: ReadonlyMap<string, string>): string {
  return JSON.stringify(plain(row, wordings));
}

function plain(value: unknown, wordings: ReadonlyMap<string, string>): unknown {
  if (typeof value === 'string') return value.replace(OWN_ID, (id) => wordings.get(id) ?? 'gone');
  if (Array.isArray(value)) return plainList(value, wordings);
  if (value === null || typeof value !== 'object') return value;
  return Object.fromEntries(
    Object.entries(value)
      .filter(([key]) => !BOOKKEEPING.has(key))
      .sort(([one], [other]) => (one < other ? -1 : 1))
      .map(([key, each]) => [key, plain(each, wordings)]),
  );
}

/** Lists of ids are sets: which comes first is chance. */
function plainList(list: readonly unknown[], wordings: ReadonlyMap<string, string>): unknown[] {
  const items = list.map((item) => plain(item, wordings));
  return JSON.stringify(list) === JSON.stringify(items)
    ? items
    : items.sort((one, other) => (JSON.stringify(one) < JSON.stringify(other) ? -1 : 1));
}

function digest(text: string): string {
  return `→${createHash('sha256').update(text).digest('hex').slice(0, 10)}`;
}
