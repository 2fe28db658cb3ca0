import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';
import type { TestProject } from 'vitest/node';
import { openDatabase } from '../src/platform/database/open-database.ts';

declare module 'vitest' {
  interface ProvidedContext {
    adminUrl: string;
    appUrl: string;
    /** A folder of this run alone. */
    runDir: string;
  }
}

/**
 * One scratch server per test run, with one migrated template that every test clones.
 * TEST_DATABASE_URL runs the same suite on a PostgreSQL of the operator's.
 */
export default async function setup(project: TestProject): Promise<() => Promise<void>> {
  const dataDir = mkdtempSync(join(tmpdir(), 'throughline-test-'));
  const database = await openDatabase({ dataDir, databaseUrl: process.env.TEST_DATABASE_URL, durability: 'scratch' });
  project.provide('adminUrl', database.adminUrl);
  project.provide('appUrl', database.appUrl);
  project.provide('runDir', dataDir);
  await asTemplate(database.adminUrl);
  return async () => {
    await database.close();
    rmSync(dataDir, { recursive: true, force: true });
  };
}

/** Nobody may be connected to a template while it is cloned. */
async function asTemplate(adminUrl: string): Promise<void> {
  const url = new URL(adminUrl);
  const name = url.pathname.slice(1);
  url.pathname = '/postgres';
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  await client.query(`select pg_terminate_backend(pid) from pg_stat_activity where datname = $1 and pid <> pg_backend_pid()`, [name]);
  await client.end();
}
