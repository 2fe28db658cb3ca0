import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { insertRow, makeBadLead, makeCustomer, makeJob, makeLead, makeLostLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { populateCustomerTimelineFields } from './populate-customer-timeline-fields.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

async function timeline(transaction: BusinessTransaction, customer: string): Promise<[string | null, string | null]> {
  const row = await transaction.one<{ first: string | null; conversion: string | null }>(
    'select first_lead_date as first, conversion_date as conversion from customers.customers where business_id = $1 and id = $2',
    [transaction.businessId, customer],
  );
  return [row.first, row.conversion];
}

const run = (transaction: BusinessTransaction) => populateCustomerTimelineFields.run(transaction, QUIET);

claim('first_lead_date is the earliest date in the lead pool: no walk-in job, never the time of loading', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const rows = [
    () => makeLead(transaction, '1', { customer_id: ann, received_at: '2024-06-04T18:00Z' }),
    () => makeJob(transaction, { customer_id: ann, created_at_utc: '2024-06-03T18:00Z' }),
    () => makeLostLead(transaction, '2', { customer_id: ann, date_received: '2024-06-02T18:00Z' }),
    () => makeBadLead(transaction, { customer_id: ann, date_lead_received: '2024-06-01' }),
  ];
  const dates = [];
  for (const make of rows) {
    await make();
    await run(transaction);
    dates.push((await timeline(transaction, ann))[0]);
  }
  expect(dates).toEqual(['2024-06-04', '2024-06-04', '2024-06-02', '2024-06-01']);
});

claim('a lead of the evening is of that day in its branch, whatever UTC says', async (transaction) => {
  const calgary = await insertRow(transaction, 'tenancy.branches', {
    name: 'Calgary',
    normalized_name: 'calgary',
    time_zone: 'America/Edmonton',
  });
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const bob = await makeCustomer(transaction, 'Bob Stone');
  // 05:30 UTC is 23:30 of the day before in Calgary (UTC-6) and 00:30 in the business's Chicago (UTC-5).
  await makeLead(transaction, '1', { customer_id: ann, branch_id: calgary, received_at: '2024-07-02T05:30Z' });
  await makeLead(transaction, '2', { customer_id: bob, received_at: '2024-07-02T05:30Z' });
  await run(transaction);
  expect(await timeline(transaction, ann)).toEqual(['2024-07-01', null]);
  expect(await timeline(transaction, bob)).toEqual(['2024-07-02', null]);
});

claim(
  'conversion_date is the earliest booked date or day of a booked or closed job; duplicates and quotes do not count',
  async (transaction) => {
    const ann = await makeCustomer(transaction, 'Ann Lee');
    await makeOpportunity(transaction, '1', { customer_id: ann, booked_date: '2024-05-10' });
    await makeJob(transaction, { customer_id: ann, opportunity_status: 'CLOSED', job_date: '2024-05-01' });
    await makeJob(transaction, { customer_id: ann, opportunity_status: 'QUOTED', job_date: '2024-04-01' });
    await makeJob(transaction, { customer_id: ann, opportunity_status: 'CLOSED', job_date: '2024-03-01', is_duplicate: true });
    await run(transaction);
    expect((await timeline(transaction, ann))[1]).toBe('2024-05-01');
  },
);

claim('an un-booking and a vanished row make the dates later again', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  const job = await makeJob(transaction, { customer_id: ann, opportunity_status: 'BOOKED', job_date: '2024-05-01' });
  await makeLead(transaction, '1', { customer_id: ann, received_at: '2024-04-20T12:00Z' });
  const bad = await makeBadLead(transaction, { customer_id: ann, date_lead_received: '2024-04-01' });
  await run(transaction);
  expect(await timeline(transaction, ann)).toEqual(['2024-04-01', '2024-05-01']);
  await transaction.run(`update journey.jobs set opportunity_status = 'CANCELLED' where business_id = $1 and id = $2`, [
    transaction.businessId,
    job,
  ]);
  await run(transaction);
  expect(await timeline(transaction, ann)).toEqual(['2024-04-01', null]);
  await transaction.run('delete from journey.bad_leads where business_id = $1 and id = $2', [transaction.businessId, bad]);
  await run(transaction);
  expect(await timeline(transaction, ann)).toEqual(['2024-04-20', null]);
});

claim('a date set by hand stays, and a re-run changes nothing', async (transaction) => {
  const ann = await makeCustomer(transaction, 'Ann Lee');
  await transaction.run(
    `update customers.customers set first_lead_date = '2020-01-01', edited_fields = '{first_lead_date}' where business_id = $1 and id = $2`,
    [transaction.businessId, ann],
  );
  await makeLead(transaction, '1', { customer_id: ann, received_at: '2024-04-20T12:00Z' });
  await makeOpportunity(transaction, '1', { customer_id: ann, booked_date: '2024-05-10' });
  expect((await run(transaction)).changed).toBe(1);
  expect((await run(transaction)).changed).toBe(0);
  expect(await timeline(transaction, ann)).toEqual(['2020-01-01', '2024-05-10']);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  const ann = await scratch.database.inBusiness(other, async (transaction) => {
    const customer = await makeCustomer(transaction, 'Ann Lee');
    await makeLead(transaction, '1', { customer_id: customer, received_at: '2024-04-20T12:00Z' });
    return customer;
  });
  await scratch.database.inBusiness(scratch.businessId, run);
  expect(await scratch.database.inBusiness(other, (transaction) => timeline(transaction, ann))).toEqual([null, null]);
});
