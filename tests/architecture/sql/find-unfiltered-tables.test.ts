import { expect, test } from 'vitest';
import { findUnfilteredTables } from './find-unfiltered-tables.ts';
import { parseStatements } from './syntax-tree.ts';

const TENANT_TABLES = new Set(['journey.jobs', 'journey.lead_status', 'customers.customers']);

async function unfiltered(sql: string): Promise<string[]> {
  const statements = await parseStatements(sql);
  return statements.flatMap((statement) => findUnfilteredTables(statement, TENANT_TABLES));
}

test('a table filtered by a parameter passes, one without is found', async () => {
  expect(await unfiltered('select from journey.jobs as job where job.business_id = $1')).toEqual([]);
  expect(await unfiltered('select from journey.jobs where business_id = :business_id::uuid')).toEqual([]);
  expect(await unfiltered('select from journey.jobs as job where job.id = $1')).toEqual(['journey.jobs as job']);
});

test('a join on business_id passes the filter on, in any order', async () => {
  const joined = (on: string) =>
    `select from journey.jobs as job left join customers.customers as customer on ${on} where job.business_id = $1`;
  expect(await unfiltered(joined('customer.business_id = job.business_id and customer.id = job.customer_id'))).toEqual([]);
  expect(await unfiltered(joined('(customer.business_id, customer.id) = (job.business_id, job.customer_id)'))).toEqual([]);
  expect(await unfiltered(joined('customer.id = job.customer_id'))).toEqual(['customers.customers as customer']);
  expect(
    await unfiltered('select from journey.jobs join journey.lead_status using (business_id, quote_number) where jobs.business_id = $1'),
  ).toEqual([]);
});

test('a filter under OR is no filter', async () => {
  expect(await unfiltered('select from journey.jobs where business_id = $1 or id = $2')).toEqual(['journey.jobs']);
});

test('subqueries, CTEs and both arms of a UNION are looked at by themselves', async () => {
  expect(await unfiltered('with job as (select business_id from journey.jobs) select from job')).toEqual(['journey.jobs']);
  expect(await unfiltered('select from journey.jobs where business_id = $1 union all select from journey.lead_status')).toEqual([
    'journey.lead_status',
  ]);
  expect(
    await unfiltered(
      'select exists (select from journey.jobs as job where job.id = lead.id) from journey.lead_status as lead where lead.business_id = $1',
    ),
  ).toEqual(['journey.jobs as job']);
  expect(
    await unfiltered(
      'select exists (select from journey.jobs as job where job.business_id = lead.business_id) from journey.lead_status as lead where lead.business_id = $1',
    ),
  ).toEqual([]);
});

test('updates, deletes and inserts are looked at too', async () => {
  expect(await unfiltered('update journey.jobs as job set line = 1 from staged where staged.id = job.id')).toEqual(['journey.jobs as job']);
  expect(await unfiltered('update journey.jobs as job set line = 1 from staged where job.business_id = $1 and staged.id = job.id')).toEqual(
    [],
  );
  expect(await unfiltered('delete from journey.jobs where id = $1')).toEqual(['journey.jobs']);
  expect(await unfiltered('insert into journey.jobs (id) values ($1)')).toEqual(['journey.jobs']);
});
