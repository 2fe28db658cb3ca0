import type { ClientBase } from 'pg';
import type { ColumnDescription, TableDescription } from '../../../src/platform/describe/schema-description.ts';
import { uuidV7 } from '../../../src/platform/uuid.ts';

/**
 * Puts one row of a business into every given table, whatever the table is: only what must
 * not be null is filled, checks are met from the values they list. Foreign keys are not
 * looked at meanwhile, so the client must be a superuser's.
 */
export async function fillTables(client: ClientBase, tables: readonly TableDescription[], businessId: string): Promise<void> {
  await client.query('begin');
  await client.query("set local session_replication_role = 'replica'");
  for (const table of tables) {
    const row = rowFor(table, businessId);
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    await client.query(
      `insert into ${table.schema}.${table.name} (${columns.map((column) => `"${column}"`).join(', ')}) values (${places})`,
      Object.values(row),
    );
  }
  await client.query('commit');
}

/** Values for the columns that must be filled. */
export function rowFor(table: TableDescription, businessId: string): Record<string, unknown> {
  const needed = table.columns.filter((column) => !column.isNullable && (column.default === null || column.name === 'business_id'));
  return Object.fromEntries(needed.map((column) => [column.name, column.name === 'business_id' ? businessId : valueFor(column, table)]));
}

function valueFor(column: ColumnDescription, table: TableDescription): unknown {
  const allowed = table.checks.map(
    (check) => new RegExp(`\\(?\\b${column.name}\\b\\)? = ANY \\(\\(?ARRAY\\['([^']*)'`).exec(check.definition)?.[1],
  );
  const listed = allowed.find((value) => value !== undefined);
  if (listed !== undefined) return listed;
  if (column.type === 'uuid') return uuidV7();
  if (column.type.endsWith('[]')) return '{}';
  if (column.type === 'jsonb') return '{}';
  if (column.type === 'bytea') return Buffer.from('x');
  if (column.type === 'boolean') return false;
  if (column.type === 'date') return '2026-01-01';
  if (column.type.startsWith('timestamp')) return '2026-01-01T00:00:00Z';
  if (/^(integer|bigint|smallint|numeric|xid)/.test(column.type)) return 0;
  if (column.type.startsWith('character(')) return 'XX';
  return 'x';
}
