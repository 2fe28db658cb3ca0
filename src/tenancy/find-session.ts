import type { Database } from '../platform/database/database.ts';
import type { Member } from './ensure-owner.ts';
import findSql from './find-session.sql';
import { hashToken } from './one-time-token.ts';
import touchSql from './touch-session.sql';

/** The member whose browser holds this secret, or undefined when it is no (longer a) session. */
export async function findOptionalSession(database: Database, secret: string): Promise<Member | undefined> {
  const hash = hashToken(secret);
  return database.outsideBusinesses(async (client) => {
    const { rows } = await client.query<Member & { isStale: boolean }>(findSql, [hash]);
    const [session] = rows;
    if (session === undefined) return undefined;
    if (session.isStale) await client.query(touchSql, [hash]);
    return { id: session.id, name: session.name, email: session.email };
  });
}
