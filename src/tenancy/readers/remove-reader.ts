import type { Database } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { asAdministrator } from './as-administrator.ts';
import { type Reader, listReaders } from './list-readers.ts';

/** The reader of that role; a Fault that lists the known ones when there is none. */
export async function getReader(database: Database, role: string): Promise<Reader> {
  const readers = await listReaders(database);
  const found = readers.find((reader) => reader.role === role);
  if (found !== undefined) return found;
  const known = readers.length === 0 ? 'There is none.' : `Known: ${readers.map((reader) => reader.role).join(', ')}.`;
  throw new Fault('no_such_reader', `There is no reader "${role}". ${known}`, { exit: 'usage', status: 404 });
}

/** Ends a reader's sessions and drops its role: its password opens nothing from here on. */
export async function removeReader(adminUrl: string, { role }: Reader): Promise<void> {
  await asAdministrator(adminUrl, async (client) => {
    // Its open sessions would see nothing from here on; ending them also frees their connections.
    await client.query('select pg_terminate_backend(pid) from pg_stat_activity where usename = $1', [role]);
    await client.query('delete from tenancy.database_readers where role_name = $1', [role]);
    await client.query(`drop role if exists ${client.escapeIdentifier(role)}`);
  });
}
