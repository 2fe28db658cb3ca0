import type { QueryResultRow } from 'pg';
import type { Database } from '../../src/platform/database/database.ts';
import { openDatabase } from '../../src/platform/database/open-database.ts';
import { findBusinesses } from '../../src/tenancy/choose-business.ts';

export interface OpenBusiness {
  id: string;
  database: Database;
  /** Runs a query as the app does: bound by row security. */
  rows<Row extends QueryResultRow>(sql: string, parameters?: readonly unknown[]): Promise<Row[]>;
  close(): Promise<void>;
}

/** The only business of a data folder; shares the server with commands that run meanwhile. */
export async function openBusiness(dataDir: string): Promise<OpenBusiness> {
  const database = await openDatabase({ dataDir, databaseUrl: undefined });
  const [only, ...others] = await findBusinesses(database);
  if (only === undefined || others.length > 0) throw new Error(`${dataDir} was expected to hold one business`);
  return {
    id: only.id,
    database,
    rows: (sql, parameters = []) => database.inBusiness(only.id, (transaction) => transaction.rows(sql, parameters), 'read'),
    close: () => database.close(),
  };
}
