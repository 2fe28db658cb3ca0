import { MODULES, SHARED_WRITES, type SharedWrite, mayReach } from '../arrows.ts';
import type { Offence } from '../offence.ts';
import { type ProjectFile, moduleOf } from '../project-files.ts';
import { type TableUse, tableUses } from './table-uses.ts';
import { parseStatements } from './syntax-tree.ts';

/** Tables of other modules that a module's SQL may not touch that way: writes outside its schema, reads to its right. */
export async function findForeignTables(file: ProjectFile): Promise<Offence[]> {
  const module = moduleOf(file.path) ?? /^database\/migrations\/\d+__([a-z]+)__/.exec(file.path)?.[1];
  if (module === undefined || !MODULES.includes(module)) return [];
  const statements = await parseStatements(file.text).catch(() => []);
  const messages = statements.flatMap((statement) => tableUses(statement)).flatMap((use) => judge(module, use, file.path));
  return [...new Set(messages)].map((message) => ({ file: file.path, message }));
}

function judge(module: string, use: TableUse, path: string): string[] {
  const [schema = '', name = ''] = use.table.split('.');
  if (!MODULES.includes(schema)) return [];
  if (use.access === 'read') {
    return mayReach(module, schema) ? [] : [`reads ${use.table}: ${module} stands left of ${schema}`];
  }
  if (schema === module || (use.access === 'define' && path.startsWith('database/lifecycle/'))) return [];
  if (SHARED_WRITES.some((shared) => opens(shared, module, use))) return [];
  return [`writes ${schema}.${name} (${use.access}): a module writes its own schema only`];
}

function opens(shared: SharedWrite, module: string, use: TableUse): boolean {
  if (shared.table !== use.table || (shared.module !== 'any' && shared.module !== module)) return false;
  if (shared.access !== 'any' && shared.access !== use.access) return false;
  const { columns } = shared;
  return columns === undefined || use.columns.every((column) => columns.includes(column));
}
