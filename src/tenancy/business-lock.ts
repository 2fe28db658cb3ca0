import { setTimeout as wait } from 'node:timers/promises';
import type { Database } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';

/**
 * Runs `work` while nobody else imports, builds or undoes in this business. A holder that
 * died frees the lock by itself as soon as the server notices (half a second on the
 * embedded one); one that lives is waited for `patience` milliseconds.
 */
export async function withBusinessLock<T>(
  database: Database,
  businessId: string,
  purpose: string,
  work: () => Promise<T>,
  patience = 15_000,
): Promise<T> {
  const client = await database.connect();
  try {
    const deadline = Date.now() + patience;
    while (!(await tryLock(client, businessId))) {
      if (Date.now() > deadline) {
        throw new Fault(
          'business_busy',
          `Another import, build or undo is running in this business, so the ${purpose} did not start. Wait for it to end and try again.`,
          {
            exit: 'tryLater',
          },
        );
      }
      await wait(100);
    }
    try {
      return await work();
    } finally {
      await client.query('select pg_advisory_unlock(7411, hashtext($1))', [businessId]);
    }
  } finally {
    client.release();
  }
}

async function tryLock(
  client: { query(sql: string, parameters: unknown[]): Promise<{ rows: { taken: boolean }[] }> },
  businessId: string,
): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock(7411, hashtext($1)) as taken', [businessId]);
  return rows[0]?.taken === true;
}
