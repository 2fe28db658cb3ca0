import type { ProjectFile } from '../project-files.ts';
import { isNode, nodesIn, parseStatements, tableOf, textOf } from './syntax-tree.ts';

/** `schema.table` of everything in the migrations that has a business_id column, and of every view. */
export async function findTenantTables(migrations: readonly ProjectFile[]): Promise<Set<string>> {
  const tables = new Set<string>();
  for (const migration of migrations) {
    for (const statement of await parseStatements(migration.text)) {
      const created = isNode(statement.CreateStmt) ? statement.CreateStmt : undefined;
      const view = isNode(statement.ViewStmt) ? statement.ViewStmt : undefined;
      const table = tableOf(created?.relation ?? view?.view);
      if (table === undefined) continue;
      if (view !== undefined || nodesIn(created?.tableElts).some(isBusinessColumn)) tables.add(table);
    }
  }
  return tables;
}

function isBusinessColumn(element: { ColumnDef?: unknown }): boolean {
  return isNode(element.ColumnDef) && textOf(element.ColumnDef.colname) === 'business_id';
}
