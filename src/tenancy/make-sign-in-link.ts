import type { Database } from '../platform/database/database.ts';
import insertSql from './make-sign-in-link.sql';
import { hashToken, makeToken } from './one-time-token.ts';

/** Minutes for which a sign-in link works. */
export const LINK_MINUTES = 15;

/** A new one-time sign-in link under the server's address; only the hash of its token is kept. */
export async function makeSignInLink(database: Database, memberId: string, address: string): Promise<string> {
  const token = makeToken();
  await database.outsideBusinesses((client) => client.query(insertSql, [hashToken(token), memberId, LINK_MINUTES]));
  const link = new URL('/sign-in', address);
  link.searchParams.set('token', token);
  return link.toString();
}
