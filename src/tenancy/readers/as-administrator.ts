import pg from 'pg';
import { isSqlState } from '../../platform/database/sql-state.ts';
import { Fault } from '../../platform/fault.ts';

/** Runs `work` in a transaction of the database's administrator, who alone makes and drops roles. */
export async function asAdministrator<T>(adminUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: adminUrl });
  client.on('error', () => {});
  await client.connect();
  try {
    await client.query('begin');
    const result = await work(client);
    await client.query('commit');
    return result;
  } catch (cause) {
    if (!isSqlState(cause, '42501')) throw cause;
    throw new Fault('reader_not_made', 'The user of DATABASE_URL may not make or drop roles. Give that user CREATEROLE, and try again.', {
      exit: 'configuration',
      cause,
    });
  } finally {
    await client.end();
  }
}
