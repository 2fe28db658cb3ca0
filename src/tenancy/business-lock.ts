import { setTimeout as wait } from 'node:timers/promises';
import pg from 'pg';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { isSqlState } from '../platform/database/sql-state.ts';
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
      if (Date.now() > deadline) throw busy(purpose);
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

/**
 * The same for a transaction that is over in a moment: it holds the lock to its end, and takes one message to get it.
 * Waits for `patience` milliseconds.
 */
export async function lockBusiness(transaction: BusinessTransaction, purpose: string, patience = 15_000): Promise<void> {
  const lock = `select pg_advisory_xact_lock(7411, hashtext(${pg.escapeLiteral(transaction.businessId)}))`;
  await transaction.client
    .query(`set local lock_timeout = ${patience}; ${lock}; set local lock_timeout to default`)
    .catch((error: unknown) => {
      throw isSqlState(error, LOCK_NOT_AVAILABLE) ? busy(purpose) : error;
    });
}

const LOCK_NOT_AVAILABLE = '55P03';

function busy(purpose: string): Fault {
  return new Fault(
    'business_busy',
    `Another import, build or undo is running in this business, so the ${purpose} did not start. Wait for it to end and try again.`,
    { exit: 'tryLater' },
  );
}

async function tryLock(
  client: { query(sql: string, parameters: unknown[]): Promise<{ rows: { taken: boolean }[] }> },
  businessId: string,
): Promise<boolean> {
  const { rows } = await client.query('select pg_try_advisory_lock(7411, hashtext($1)) as taken', [businessId]);
  return rows[0]?.taken === true;
}
