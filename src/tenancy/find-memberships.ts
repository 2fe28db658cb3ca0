import type { Database } from '../platform/database/database.ts';
import { adoptBusinesses } from './adopt-businesses.ts';
import { type Business, findBusinesses } from './choose-business.ts';
import findOwnerSql from './find-owner.sql';
import findRoleSql from './find-role.sql';

export interface Membership {
  business: Business;
  role: string;
}

/**
 * The businesses a member belongs to, oldest first. The owner is first made a member of
 * those without any. Row security shows memberships one business at a time, hence the loop.
 */
export async function findMemberships(database: Database, memberId: string): Promise<Membership[]> {
  if (await isOwner(database, memberId)) await adoptBusinesses(database, memberId);
  const memberships: Membership[] = [];
  for (const business of await findBusinesses(database)) {
    const role = await findOptionalRole(database, business.id, memberId);
    if (role !== undefined) memberships.push({ business, role });
  }
  return memberships;
}

/** What a member may do in a business; undefined when it is no business of theirs. */
export async function findOptionalRole(database: Database, businessId: string, memberId: string): Promise<string | undefined> {
  const rows = await database.inBusiness(
    businessId,
    (transaction) => transaction.rows<{ role: string }>(findRoleSql, [businessId, memberId]),
    'read',
  );
  return rows[0]?.role;
}

/** Whether a member is the owner of the installation. */
export async function isOwner(database: Database, memberId: string): Promise<boolean> {
  const { rows } = await database.outsideBusinesses((client) => client.query<{ id: string }>(findOwnerSql));
  return rows[0]?.id === memberId;
}
