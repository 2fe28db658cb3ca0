import { expect, test } from 'vitest';
import { showOffence } from '../offence.ts';
import { isTest, readProjectFiles } from '../project-files.ts';
import { findForeignTables } from './find-foreign-tables.ts';
import { inlineSqlOf } from './inline-sql.ts';
import { lintSqlFile } from './lint-sql-file.ts';
import { numberParameters, parseStatements } from './syntax-tree.ts';
import { findTenantTables } from './table-kinds.ts';

const sqlFiles = readProjectFiles(['src', 'database'], ['.sql']);
const tenantTables = await findTenantTables(sqlFiles.filter((file) => file.path.startsWith('database/migrations/')));

test('every SQL file parses, has a header, is in lower case and names the business of every tenant table', async () => {
  const offences = await Promise.all(sqlFiles.map((file) => lintSqlFile(file, tenantTables)));
  expect(offences.flat().map(showOffence)).toEqual([]);
});

test('a module writes its own schema only, and reads nothing to its right', async () => {
  const sources = readProjectFiles(['src'], ['.ts']).filter((file) => !isTest(file.path));
  const offences = await Promise.all([...sqlFiles, ...sources.flatMap(inlineSqlOf)].map(findForeignTables));
  expect(offences.flat().map(showOffence)).toEqual([]);
});

test('SQL inside TypeScript names the business of every tenant table', async () => {
  const sources = readProjectFiles(['src'], ['.ts']).filter((file) => !isTest(file.path));
  const offences = await Promise.all(
    sources.flatMap(inlineSqlOf).map(async (file) => {
      const readable = await parseStatements(file.text).catch(() => undefined);
      return readable === undefined ? [] : lintSqlFile({ ...file, text: `--\n${file.text}` }, tenantTables);
    }),
  );
  expect(offences.flat().map(showOffence)).toEqual([]);
});

const lint = async (sql: string) =>
  (await lintSqlFile({ path: 'src/journey/x.sql', text: sql }, tenantTables)).map((offence) => offence.message);

test('shouted keywords, a missing header and forms a distributed server refuses are reported', async () => {
  expect(await lint('SELECT 1')).toEqual([
    'must open with a comment: what it answers or does, and its parameters',
    'writes SELECT in capitals; SQL is in lower case',
  ]);
  expect(await lint('-- $1 business\nupdate journey.jobs set id = gen_random_uuid() where business_id = $1')).toEqual([
    'sets a column to gen_random_uuid(); pass the value as a parameter or take it from a CTE',
  ]);
  expect(await lint('-- x\nselect set_config($1, $2, true)')).toHaveLength(1);
});

test("a write outside the module's schema and a read to its right are reported", async () => {
  const foreign = async (path: string, text: string) => (await findForeignTables({ path, text })).map((offence) => offence.message);
  expect(await foreign('src/customers/x.sql', 'update journey.jobs set customer_id = null')).toEqual([
    'writes journey.jobs (update): a module writes its own schema only',
  ]);
  expect(await foreign('src/customers/x.sql', 'select from journey.jobs')).toEqual([
    'reads journey.jobs: customers stands left of journey',
  ]);
  expect(await foreign('src/journey/x.sql', 'update customers.customers set conversion_date = $1')).toEqual([]);
  expect(await foreign('src/journey/x.sql', 'update customers.customers set name = $1')).toHaveLength(1);
});

test('named parameters are numbered; casts, strings and comments stay as they are', async () => {
  expect(await numberParameters("select :a::date, ':b', :c -- :d\n, :a")).toBe("select $1::date, ':b', $2 -- :d\n, $1");
  expect(await numberParameters('select record.:key = :value')).toBe('select record."key" = $1');
  expect(await numberParameters('select from :rows as record where a is distinct from :b')).toBe(
    'select from "rows" as record where a is distinct from $1',
  );
});
