import { tmpdir } from 'node:os';
import pg from 'pg';
import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../tests/database.ts';
import { examine } from './examine.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());
const config = { dataDir: tmpdir(), databaseUrl: undefined };

test('a sound installation passes every check that is ours to pass', async () => {
  const checks = await examine(scratch.database, config);
  expect(checks.map((check) => check.name)).toEqual(['program', 'database', 'migrations', 'clock', 'disk', 'leftovers', 'isolation']);
  expect(checks.filter((check) => check.state === 'failed')).toEqual([]);
});

test('a table whose wall was torn down is found', async () => {
  const admin = new pg.Client({ connectionString: scratch.database.adminUrl });
  await admin.connect();
  await admin.query('alter table journey.jobs no force row level security');
  const isolation = (await examine(scratch.database, config)).find((check) => check.name === 'isolation');
  await admin.query('alter table journey.jobs force row level security');
  await admin.end();
  expect(isolation?.state).toBe('failed');
  expect(isolation?.finding).toContain('journey.jobs has no forced row security');
});
