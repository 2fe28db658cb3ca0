import type { Database } from '../../platform/database/database.ts';
import listSql from './list-readers.sql';

export interface Reader {
  role: string;
  business: string;
  label: string;
  createdAt: Date;
  /** False when somebody dropped the role by hand. */
  isThere: boolean;
}

/** The roles made for other programs: of one business, or of all when none is given. */
export async function listReaders(database: Database, businessId?: string): Promise<Reader[]> {
  return database.outsideBusinesses(async (client) => (await client.query<Reader>(listSql, [businessId ?? null])).rows);
}
