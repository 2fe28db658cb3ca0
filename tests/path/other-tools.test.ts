import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DuckDBInstance } from '@duckdb/node-api';
import pg from 'pg';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { DOCUMENT_TABLES } from '../../src/catalogue/export/document-tables.ts';
import { exportTable } from '../../src/catalogue/export/export-table.ts';
import { playStory } from '../../src/catalogue/testing/play-story.ts';
import { stageOf } from '../../src/catalogue/testing/stage.ts';
import { projectRoot } from '../../src/platform/config.ts';
import { getBusiness } from '../../src/tenancy/index.ts';
import { addReader } from '../../src/tenancy/readers/add-reader.ts';
import { getReader, removeReader } from '../../src/tenancy/readers/remove-reader.ts';
import { type ScratchDatabase, withDatabase } from '../database.ts';

// docs/other-tools.md, done as it says: a role signs in and sends the statement; files are
// exported and DuckDB reads them.
const page = readFileSync(join(projectRoot, 'docs', 'other-tools.md'), 'utf8');
const folder = mkdtempSync(join(tmpdir(), 'other-tools-'));
let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
  await playStory(stageOf(scratch, await scratch.makeBusiness('other-mover')));
});
afterAll(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scratch.drop();
});

function statementOf(mark: string): string {
  const found = new RegExp(`\`\`\`sql ${mark}\\n([^]*?)\`\`\``).exec(page)?.[1];
  if (found === undefined) throw new Error(`docs/other-tools.md has no \`\`\`sql ${mark}`);
  return found;
}

test('the statement for Metabase and its like gives each branch its revenue once, of one business', async () => {
  const reader = await addReader(scratch.database.adminUrl, await getBusiness(scratch.database, scratch.businessId), 'docs');
  const url = new URL(scratch.database.adminUrl);
  url.username = reader.role;
  url.password = reader.password;
  const client = new pg.Client({ connectionString: url.toString() });
  await client.connect();
  const { rows } = await client.query(statementOf('reader'));
  await client.end();
  await removeReader(scratch.database.adminUrl, await getReader(scratch.database, reader.role));
  // The story's sold jobs in US dollars come to 1,790 (see src/catalogue/catalogue.test.ts), however many leads a branch has.
  const dollars = rows.filter((row) => row.currency === 'USD').reduce((sum, row) => sum + Number(row.revenue), 0);
  const unassigned = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.one<{ revenue: string }>(
      `select coalesce(sum(revenue), 0) as revenue from catalogue.job_facts where business_id = $1 and branch_id is null and currency = 'USD'`,
      [scratch.businessId],
    ),
  );
  expect(dollars + Number(unassigned.revenue)).toBe(1790);
});

test('the statement for DuckDB reads the exported files, amounts still decimal', async () => {
  for (const table of DOCUMENT_TABLES)
    await exportTable(scratch.database, {
      businessId: scratch.businessId,
      table,
      format: 'parquet',
      file: join(folder, `${table}.parquet`),
    });
  const connection = await (await DuckDBInstance.create(':memory:')).connect();
  const statement = statementOf('duckdb').replaceAll('exports/', `${folder}/`);
  const types = (await (await connection.run(`describe ${statement}`)).getRows()).map((row) => [row[0], row[1]]);
  expect(types).toEqual([
    ['name', 'VARCHAR'],
    ['currency', 'VARCHAR'],
    ['jobs', 'BIGINT'],
    ['charged', 'DECIMAL(38,2)'],
  ]);
  expect((await (await connection.run(statement)).getRows()).length).toBeGreaterThan(0);
  connection.closeSync();
});
