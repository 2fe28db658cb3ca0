import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { uuidV7 } from '../uuid.ts';
import type { BusinessTransaction } from './database.ts';
import { inBulk } from './in-bulk.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

const MOST_ROWS = { table: 'journey.lost_leads', rows: 50_000 };
const INDEXES = `select indexname, indexdef from pg_indexes where schemaname = 'journey' and tablename = 'lost_leads' order by indexname`;

test('a change of most rows finds only the primary key, and leaves all of them as they were', async () => {
  const before = await inside((transaction) => transaction.rows(INDEXES));
  const during = await inside((transaction) =>
    inBulk(transaction, MOST_ROWS, async () => {
      await addLead(transaction, 'Pat Quill');
      return transaction.rows<{ indexname: string }>(INDEXES);
    }),
  );
  expect(during.map((row) => row.indexname)).toEqual(['lost_leads_pkey']);
  expect(await inside((transaction) => transaction.rows(INDEXES))).toEqual(before);
  expect(await countLeads('Pat Quill')).toBe(1);
});

test('a small change keeps its indexes', async () => {
  const during = await inside((transaction) => inBulk(transaction, { ...MOST_ROWS, rows: 500 }, () => transaction.rows(INDEXES)));
  expect(during.length).toBeGreaterThan(2);
});

test('a table somebody else is using is changed row by row', async () => {
  const during = await inside(async (reader) => {
    await reader.rows('select from journey.lost_leads');
    return inside((writer) => inBulk(writer, MOST_ROWS, () => writer.rows(INDEXES)));
  });
  expect(during.length).toBeGreaterThan(2);
});

test('a change of one column, of rows with room in their pages, sets aside only the indexes over it', async () => {
  const before = await inside(indexNames('lost_leads'));
  const during = await inside((transaction) => {
    const change = { ...MOST_ROWS, columns: ['customer_id'] };
    return addLead(transaction, 'Rita Room').then(() => inBulk(transaction, change, () => indexNames('lost_leads')(transaction)));
  });
  expect(before.filter((name) => !during.includes(name))).toEqual(['lost_leads_customer_idx']);
  expect(await inside(indexNames('lost_leads'))).toEqual(before);
});

test('of a table whose pages cannot be told, all indexes are set aside also for a change of one column', async () => {
  const change = { table: 'journey.bad_leads', rows: 50_000, columns: ['customer_id'] };
  expect(await inside((transaction) => inBulk(transaction, change, () => indexNames('bad_leads')(transaction)))).toEqual([
    'bad_leads_pkey',
  ]);
});

test('a failure brings the indexes back', async () => {
  const before = await inside((transaction) => transaction.rows(INDEXES));
  await expect(
    inside((transaction) =>
      inBulk(transaction, MOST_ROWS, async () => {
        await addLead(transaction, 'Vera Void');
        throw new Error('disk full');
      }),
    ),
  ).rejects.toThrow('disk full');
  expect(await inside((transaction) => transaction.rows(INDEXES))).toEqual(before);
  expect(await countLeads('Vera Void')).toBe(0);
});

test('what a unique key forbids is refused when it comes back', async () => {
  await inside((transaction) => addLead(transaction, 'Ida Twin'));
  const again = inside((transaction) => inBulk(transaction, MOST_ROWS, () => addLead(transaction, 'Ida Twin')));
  await expect(again).rejects.toThrow('lost_leads_quote_number_key');
});

test('indexes that were not put back cannot be committed away', async () => {
  const forget = inside((transaction) => transaction.run(`select platform.suspend_indexes('journey.lost_leads', 50000)`));
  await expect(forget).rejects.toThrow('still set aside');
});

test('only the tables of a business give up their indexes', async () => {
  for (const table of ['tenancy.sessions', 'platform.schema_migrations', 'pg_class'])
    await expect(inside((transaction) => transaction.run('select platform.suspend_indexes($1::regclass, 50000)', [table]))).rejects.toThrow(
      'is no table whose indexes may be set aside',
    );
});

function inside<T>(work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> {
  return scratch.database.inBusiness(scratch.businessId, work);
}

function indexNames(table: string): (transaction: BusinessTransaction) => Promise<string[]> {
  return async (transaction) =>
    (
      await transaction.rows<{ name: string }>(
        `select indexname as name from pg_indexes where schemaname = 'journey' and tablename = $1 order by 1`,
        [table],
      )
    ).map((row) => row.name);
}

function addLead(transaction: BusinessTransaction, name: string): Promise<number> {
  return transaction.run('insert into journey.lost_leads (business_id, id, quote_number, name) values ($1, $2, $3, $4)', [
    transaction.businessId,
    uuidV7(),
    name,
    name,
  ]);
}

async function countLeads(name: string): Promise<number> {
  return (await inside((transaction) => transaction.rows('select from journey.lost_leads where name = $1', [name]))).length;
}
