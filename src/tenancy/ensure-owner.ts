import type { Database } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import insertOwnerSql from './ensure-owner.sql';
import findOwnerSql from './find-owner.sql';

export interface Member {
  id: string;
  name: string;
  email: string;
}

/** The member whom this installation belongs to: the first one, made when there is none. */
export async function ensureOwner(database: Database): Promise<Member> {
  return database.outsideBusinesses(async (client) => {
    const known = await client.query<Member>(findOwnerSql);
    const [owner] = known.rows;
    if (owner !== undefined) return owner;
    const made = await client.query<Member>(insertOwnerSql, [uuidV7(), 'owner@localhost', 'Owner']);
    const [first] = made.rows;
    if (first === undefined) throw new Error('the owner was neither found nor made');
    return first;
  });
}
