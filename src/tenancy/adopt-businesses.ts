import type { Database } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import adoptSql from './adopt-businesses.sql';
import { findBusinesses } from './choose-business.ts';

/**
 * Makes the owner a member of every business that has none: those made on the command
 * line, which whoever may run it on this machine owns anyway. Returns how many.
 */
export async function adoptBusinesses(database: Database, ownerId: string): Promise<number> {
  let adopted = 0;
  for (const business of await findBusinesses(database)) {
    adopted += await database.inBusiness(business.id, (transaction) => transaction.run(adoptSql, [business.id, uuidV7(), ownerId]));
  }
  return adopted;
}
