import type { ClientBase } from 'pg';
import columnsSql from './read-columns.sql';
import constraintsSql from './read-constraints.sql';
import indexesSql from './read-indexes.sql';
import tablesSql from './read-tables.sql';
import { type ColumnDescription, type ForeignKey, type IndexDescription, type TableDescription, fullName } from './schema-description.ts';

interface ConstraintRow {
  table: string;
  name: string;
  type: 'p' | 'u' | 'c' | 'f' | 'x';
  columns: string[];
  references: string | null;
  referencedColumns: string[];
  deleteAction: string;
  nulledColumns: string[];
  definition: string;
}

type TableRow = Pick<
  TableDescription,
  'schema' | 'name' | 'kind' | 'comment' | 'isRowSecurityEnabled' | 'isRowSecurityForced' | 'isSecurityInvoker' | 'policies'
>;

const DELETE_ACTIONS: Readonly<Record<string, ForeignKey['onDelete']>> = {
  a: 'no action',
  r: 'restrict',
  c: 'cascade',
  n: 'set null',
  d: 'set default',
};

/** Every table and view of our schemas as the live database has them, in order of schema and name. */
export async function readSchema(client: ClientBase): Promise<TableDescription[]> {
  const tables = await client.query<TableRow>(tablesSql);
  const columns = groupByTable((await client.query<ColumnDescription & { table: string }>(columnsSql)).rows);
  const constraints = groupByTable((await client.query<ConstraintRow>(constraintsSql)).rows);
  const indexes = groupByTable((await client.query<IndexDescription & { table: string }>(indexesSql)).rows);
  return tables.rows.map((table) => {
    const own = constraints.get(fullName(table)) ?? [];
    return {
      ...table,
      columns: columns.get(fullName(table)) ?? [],
      primaryKey: own.find((constraint) => constraint.type === 'p')?.columns ?? [],
      uniques: own.filter((constraint) => constraint.type === 'u').map(({ name, columns: unique }) => ({ name, columns: unique })),
      checks: own.filter((constraint) => constraint.type === 'c').map(({ name, definition }) => ({ name, definition })),
      foreignKeys: own.filter((constraint) => constraint.type === 'f').map(foreignKeyOf),
      indexes: indexes.get(fullName(table)) ?? [],
    };
  });
}

function foreignKeyOf(row: ConstraintRow): ForeignKey {
  return {
    name: row.name,
    table: row.table,
    columns: row.columns,
    references: row.references ?? '',
    referencedColumns: row.referencedColumns,
    onDelete: DELETE_ACTIONS[row.deleteAction] ?? 'no action',
    nulledColumns: row.nulledColumns,
  };
}

function groupByTable<Row extends { table: string }>(rows: readonly Row[]): Map<string, Row[]> {
  const groups = new Map<string, Row[]>();
  for (const row of rows) {
    const group = groups.get(row.table);
    if (group === undefined) groups.set(row.table, [row]);
    else group.push(row);
  }
  return groups;
}
