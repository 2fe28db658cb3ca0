import pg from 'pg';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { readSchema } from '../../../src/platform/describe/read-schema.ts';
import { fullName } from '../../../src/platform/describe/schema-description.ts';
import { withDatabase } from '../../database.ts';
import { fillTables, rowFor } from './fill-tables.ts';
import { readTableClasses } from './read-classes.ts';

// Every tenant table gets one row of business A and one of business B; then we try to
// reach B's from A, and anything from nowhere, as the role the app works with.
const scratch = await withDatabase();
const classes = readTableClasses();
const schema = await scratch.database.outsideBusinesses((client) => readSchema(client));
const tables = schema.filter((table) => classes[fullName(table)] === 'tenant');
const views = schema.filter((table) => table.kind === 'view');
let a = '';
let b = '';

beforeAll(async () => {
  a = scratch.businessId;
  b = await scratch.makeBusiness('other-mover');
  const admin = new pg.Client({ connectionString: scratch.database.adminUrl });
  await admin.connect();
  await fillTables(admin, tables, a);
  await fillTables(admin, tables, b);
  await admin.end();
});
afterAll(() => scratch.drop());

test('outside a business, no tenant table and no view shows a row', async () => {
  const seen = await scratch.database.outsideBusinesses(async (client) => {
    const shown: string[] = [];
    for (const table of [...tables, ...views]) {
      const { rowCount } = await client.query(`select from ${fullName(table)}`);
      if (rowCount !== 0) shown.push(fullName(table));
    }
    return shown;
  });
  expect(seen).toEqual([]);
});

test('a business that does not exist cannot be entered', async () => {
  await expect(scratch.database.inBusiness('00000000-0000-7000-8000-000000000000', async () => 1)).rejects.toThrow(
    'no business has the id',
  );
});

test('leaving a transaction leaves the business: the next one on the same connection sees nothing', async () => {
  const client = await scratch.database.connect();
  try {
    await client.query('begin');
    await client.query('select tenancy.set_business($1)', [a]);
    expect((await client.query('select from journey.jobs')).rowCount).toBe(1);
    await client.query('commit');
    expect((await client.query('select from journey.jobs')).rowCount).toBe(0);
  } finally {
    client.release();
  }
});

describe.each(tables.map((table) => [fullName(table), table] as const))('%s', (name, table) => {
  test('shows a business its own row and no other', async () => {
    const businesses = await scratch.database.inBusiness(a, (transaction) =>
      transaction.rows<{ business_id: string }>(`select business_id from ${name}`),
    );
    expect([...new Set(businesses.map((row) => row.business_id))]).toEqual([a]);
    const aimed = await scratch.database.inBusiness(a, (transaction) => transaction.run(`select from ${name} where business_id = $1`, [b]));
    expect(aimed).toBe(0);
  });

  test("lets no business update or delete another's row", async () => {
    const touched = await scratch.database.inBusiness(
      a,
      async (transaction) => [
        await transaction.run(`update ${name} set business_id = business_id where business_id = $1`, [b]),
        await transaction.run(`delete from ${name} where business_id = $1`, [b]),
      ],
      'dry-run',
    );
    expect(touched).toEqual([0, 0]);
  });

  test('takes no row for another business', async () => {
    const row = rowFor(table, b);
    const columns = Object.keys(row);
    const places = columns.map((_, index) => `$${index + 1}`).join(', ');
    const insert = `insert into ${name} (${columns.map((column) => `"${column}"`).join(', ')}) values (${places})`;
    await expect(scratch.database.inBusiness(a, (transaction) => transaction.run(insert, Object.values(row)))).rejects.toThrow(
      'violates row-level security policy',
    );
  });

  test('lets no business hand its row to another', async () => {
    const handOver = scratch.database.inBusiness(a, (transaction) =>
      transaction.run(`update ${name} set business_id = $2 where business_id = $1`, [a, b]),
    );
    await expect(handOver).rejects.toThrow('violates row-level security policy');
  });
});
