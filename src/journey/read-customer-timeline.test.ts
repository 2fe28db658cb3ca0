import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../tests/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import { readCustomerTimeline } from './read-customer-timeline.ts';

let scratch: ScratchDatabase;
const ada = uuidV7();
const oldAda = uuidV7();
const calgary = uuidV7();
const quote = uuidV7();

const timeline = (id: string, businessId = scratch.businessId) =>
  scratch.database.inBusiness(businessId, (transaction) => readCustomerTimeline(transaction, id), 'read');

/** Ada asked on 31 May late in the evening in Calgary (already 1 June in UTC), got a quote, booked, un-booked, booked again, and moved. */
beforeAll(async () => {
  scratch = await withDatabase();
  await scratch.database.inBusiness(scratch.businessId, async ({ run, businessId }) => {
    await run(
      `insert into tenancy.branches (business_id, id, name, normalized_name, time_zone, currency) values ($1, $2, 'Calgary', 'calgary', 'America/Edmonton', 'CAD')`,
      [businessId, calgary],
    );
    await run(`insert into customers.customers (business_id, id, name) values ($1, $2, 'Ada'), ($1, $3, 'Ada the second')`, [
      businessId,
      ada,
      oldAda,
    ]);
    const merge = uuidV7();
    await run(
      `insert into customers.merges (business_id, id, kept_customer_id, merged_customer_id, method, confidence, merged_by, merged_at) values ($1, $2, $3, $4, 'EXACT_MATCH', 1, 'rule', now())`,
      [businessId, merge, ada, oldAda],
    );
    await run(`insert into customers.redirects (business_id, id, customer_id, merge_id, created_at) values ($1, $2, $3, $4, now())`, [
      businessId,
      oldAda,
      ada,
      merge,
    ]);
    await run(
      `insert into journey.lead_status (business_id, id, quote_number, received_at, quote_sent_at, branch_id, customer_id, referral_source, estimated_revenue) values ($1, $2, '100', '2026-06-01T04:30:00Z', '2026-06-02T16:00:00Z', $3, $4, 'Google', 900)`,
      [businessId, uuidV7(), calgary, ada],
    );
    await run(
      `insert into journey.booked_opportunities (business_id, id, quote_number, status, branch_id, customer_id, estimated_amount, booked_date) values ($1, $2, '100', 'Booked', $3, $4, 950, '2026-06-09')`,
      [businessId, quote, calgary, ada],
    );
    for (const [event, day] of [
      ['booked', '2026-06-03'],
      ['unbooked', '2026-06-05'],
      ['rebooked', '2026-06-09'],
    ]) {
      await run(
        `insert into journey.booking_events (business_id, id, booked_opportunity_id, quote_number, event, booked_date, recorded_at) values ($1, $2, $3, '100', $4, $5, now())`,
        [businessId, uuidV7(), quote, event, day],
      );
    }
    await run(
      `insert into journey.lost_leads (business_id, id, quote_number, date_received, lost_date, reason, customer_id) values ($1, $2, '100', '2026-06-01T04:30:00Z', '2026-06-06', 'Price', $3)`,
      [businessId, uuidV7(), ada],
    );
    await run(
      `insert into journey.bad_leads (business_id, id, natural_key, date_lead_received, provider, lead_bad_reason, customer_id) values ($1, $2, 'k', '2026-05-30', 'Leads4U', 'No answer', $3)`,
      [businessId, uuidV7(), ada],
    );
    await run(
      `insert into journey.jobs (business_id, id, job_id, job_number, quote_number, opportunity_status, job_date, closed_at_utc, branch_id, customer_id, total_actual_cost, total_estimated_cost) values ($1, $2, 'j1', '100-1', '100', 'CLOSED', '2026-06-20', '2026-06-21T05:00:00Z', $3, $4, 1200, 950)`,
      [businessId, uuidV7(), calgary, ada],
    );
  });
});

afterAll(() => scratch.drop());

test('tells a life in order, from the bad lead to the closed job, on the days of the branch', async () => {
  const events = await timeline(ada);
  expect(events.map((event) => [event.day, event.time, event.kind, event.amount])).toEqual([
    ['2026-05-30', null, 'bad_lead', null],
    ['2026-05-31', '22:30', 'lead', 900],
    ['2026-06-02', '10:00', 'quote_sent', 900],
    ['2026-06-03', null, 'booked', 950],
    ['2026-06-05', null, 'unbooked', 950],
    ['2026-06-06', null, 'lost', null],
    ['2026-06-09', null, 'rebooked', 950],
    ['2026-06-20', null, 'job', 1200],
    ['2026-06-20', '23:00', 'closed', 1200],
  ]);
  expect(new Set(events.filter((event) => event.branch !== null).map((event) => event.currency))).toEqual(new Set(['CAD']));
});

test('a lead that the pool and the lost report both have came in once', async () => {
  expect((await timeline(ada)).filter((event) => event.kind === 'lead')).toHaveLength(1);
});

test('an id that was merged away tells the same life', async () => {
  expect(await timeline(oldAda)).toEqual(await timeline(ada));
});

test('to another business it is nobody', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await expect(timeline(ada, other)).rejects.toMatchObject({ code: 'no_such_customer', status: 404 });
});
