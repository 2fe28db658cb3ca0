import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { uuidV7 } from '../../../platform/uuid.ts';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Ada (USD): CLOSED 1,000 and BOOKED 500 of quote 1, LOST 70; opportunities: quote 1 (900, has
// its jobs), quote 2 (300, no job yet), quote 3 (cancelled, 800).
//   jobs 3, job revenue 1,500; opportunities 3, worth 900 + 300 = 1,200;
//   value 1,500 + 300 = 1,800: the sale of quote 1 is not added twice.
// Bob: one closed job in USD and one in CAD -> money empty, never added.
// Cem: bad lead only. Dora: nothing. Ada Old: merged into Ada.
let scratch: ScratchDatabase;
let stage: Stage;
let ada = '';
let old = '';

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  ada = await stage.customer('Ada', { email: 'ada@example.com' });
  old = await stage.customer('Ada Old', { is_primary_record: false });
  const merge = await stage.add('customers.merges', {
    kept_customer_id: ada,
    merged_customer_id: old,
    method: 'EXACT_MATCH',
    confidence: 1,
    merged_by: 'test',
    merged_at: '2025-01-01T00:00Z',
  });
  await stage.add('customers.redirects', { id: old, customer_id: ada, merge_id: merge, created_at: '2025-01-01T00:00Z' });
  const bob = await stage.customer('bob');
  const cem = await stage.customer('Cem');
  await stage.customer('Dora');
  await stage.job({ customer_id: ada, quote_number: '1', opportunity_status: 'CLOSED', total_actual_cost: 1000, job_date: '2025-01-02' });
  await stage.job({ customer_id: ada, quote_number: '1', opportunity_status: 'BOOKED', total_estimated_cost: 500, job_date: '2025-01-03' });
  await stage.job({ customer_id: ada, quote_number: '9', opportunity_status: 'LOST', total_estimated_cost: 70 });
  await stage.opportunity('1', { customer_id: ada, status_group: 'closed', invoiced_amount: 900, estimated_amount: 800 });
  await stage.opportunity('2', { customer_id: ada, status_group: 'booked', estimated_amount: 300 });
  await stage.opportunity('3', { customer_id: ada, status_group: 'cancelled', estimated_amount: 800 });
  await stage.lead('1', { customer_id: ada, received_at: '2025-01-01T05:30Z' });
  await stage.lostLead('9', { customer_id: ada, reason: 'price' });
  await stage.job({ customer_id: bob, opportunity_status: 'CLOSED', total_actual_cost: 10 });
  await stage.job({ customer_id: bob, opportunity_status: 'CLOSED', total_actual_cost: 20, branch_id: calgary });
  await stage.badLead({ customer_id: cem, lead_bad_reason: 'spam' });
});
afterAll(() => scratch.drop());

describe('customer_complete_profile', () => {
  it('sums each table by itself and counts one sale once', async () => {
    const { rows } = await stage.ask('customer_complete_profile', { customer: ada });
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      customer_name: 'Ada',
      email: 'ada@example.com',
      total_jobs: 3,
      total_job_revenue: 1500,
      total_booked_opportunities: 3,
      total_opportunity_revenue: 1200,
      total_lead_status_records: 1,
      total_lost_leads: 1,
      total_bad_leads: 0,
      bad_leads: [],
      customer_type: 'repeat customer',
      total_customer_value: 1800,
      currency: 'USD',
    });
    expect(rows[0]?.jobs).toMatchObject([
      { job_date: '2025-01-03', amount: 500, currency: 'USD' },
      { job_date: '2025-01-02' },
      { opportunity_status: 'LOST' },
    ]);
    expect(rows[0]?.lead_status_records).toMatchObject([{ quote_number: '1', received_at: '2025-01-01T05:30:00Z' }]);
  });

  it('answers the id of a merged customer for its successor', async () => {
    const { rows, parameters } = await stage.ask('customer_complete_profile', { customer: old });
    expect(rows.map((row) => row.customer_id)).toEqual([ada]);
    expect(parameters.customer).toBe('Ada');
  });

  it('adds no money of different currencies', async () => {
    const { rows } = await stage.ask('customer_complete_profile');
    expect(
      rows.map((row) => [row.customer_name, row.customer_type, row.total_job_revenue, row.total_customer_value, row.currency]),
    ).toEqual([
      ['Ada', 'repeat customer', 1500, 1800, 'USD'],
      ['bob', 'repeat customer', null, null, null],
      ['Cem', 'bad lead', 0, 0, null],
    ]);
  });

  it('says whom the limit left out', async () => {
    const { rows, receipt } = await stage.ask('customer_complete_profile', { limit: 2 });
    expect(rows).toHaveLength(2);
    // Ada: 3 jobs, 3 opportunities, a lead and a lost lead; bob: 2 jobs. Cem's bad lead is beyond the limit.
    expect(receipt).toMatchObject({
      rowsCounted: 10,
      currency: ['CAD', 'USD'],
      excluded: [{ reason: 'customer not asked for, or beyond the limit', rows: 1 }],
    });
  });

  it('refuses an id that nobody has', async () => {
    await expect(stage.ask('customer_complete_profile', { customer: uuidV7() })).rejects.toMatchObject({
      code: 'no_such_value',
      status: 404,
    });
  });
});
