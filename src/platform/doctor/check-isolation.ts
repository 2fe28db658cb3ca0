import type { ClientBase } from 'pg';
import { readSchema } from '../describe/read-schema.ts';
import { type TableDescription, fullName } from '../describe/schema-description.ts';
import { type Checkup, failed, ok } from './checkup.ts';

/**
 * Tries, as the app's own role and outside every business, to see a row of a tenant table;
 * and looks whether each stands behind its wall and the role could pass it.
 */
export async function checkIsolation(client: ClientBase): Promise<Checkup> {
  const schema = await readSchema(client);
  const tables = schema.filter((table) => table.kind === 'table' && table.columns.some((column) => column.name === 'business_id'));
  const leaks = [
    ...(await findRoleLeaks(client)),
    ...tables.filter((table) => !isWalled(table)).map((table) => `${fullName(table)} has no forced row security`),
  ];
  for (const table of schema.filter((candidate) => candidate.kind === 'view' || tables.includes(candidate))) {
    const { rowCount } = await client.query(
      `select from ${client.escapeIdentifier(table.schema)}.${client.escapeIdentifier(table.name)} limit 1`,
    );
    if (rowCount !== 0) leaks.push(`${fullName(table)} shows rows outside a business`);
  }
  if (leaks.length === 0)
    return ok('isolation', `${tables.length} tables stand behind forced row security; none shows a row outside its business.`);
  return failed(
    'isolation',
    `${leaks.join('; ')}. Do not let others sign in before this is mended: run the migrations again, and let the app use its own role.`,
  );
}

function isWalled(table: TableDescription): boolean {
  return table.isRowSecurityEnabled && table.isRowSecurityForced && table.policies.length > 0;
}

async function findRoleLeaks(client: ClientBase): Promise<string[]> {
  const { rows } = await client.query<{ name: string; passes: boolean }>(
    'select rolname as name, rolsuper or rolbypassrls as passes from pg_roles where rolname = current_user',
  );
  return rows.filter((role) => role.passes).map((role) => `the role ${role.name} can pass row security`);
}
