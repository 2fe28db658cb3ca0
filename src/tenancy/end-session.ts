import type { Database } from '../platform/database/database.ts';
import endSql from './end-session.sql';
import { hashToken } from './one-time-token.ts';

/** Signs a browser out: its cookie is worth nothing from here on. */
export async function endSession(database: Database, secret: string): Promise<void> {
  await database.outsideBusinesses((client) => client.query(endSql, [hashToken(secret)]));
}
