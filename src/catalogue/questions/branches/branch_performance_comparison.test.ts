import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// One branch with jobs of 1,000 and 500, three opportunities and four leads. Joined first and
// summed after, that is 1,500 x 3 x 4 = 18,000; the truth is 1,500.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const dallas = await stage.branch('Dallas', 'USD');
  const ada = await stage.customer('Ada');
  const sam = await stage.salesPerson('Sam');
  await stage.job({
    opportunity_status: 'CLOSED',
    job_date: '2025-02-01',
    total_actual_cost: 1000,
    branch_id: dallas,
    customer_id: ada,
    sales_person_id: sam,
  });
  await stage.job({
    opportunity_status: 'BOOKED',
    job_date: '2025-01-01',
    total_estimated_cost: 500,
    branch_id: dallas,
    customer_id: ada,
    sales_person_id: sam,
  });
  await stage.job({ opportunity_status: 'LOST', total_estimated_cost: 70, branch_id: dallas });
  for (const quote of ['1', '2', '3']) await stage.opportunity(quote, { branch_id: dallas, estimated_amount: 800, customer_id: ada });
  for (const quote of ['1', '2', '3', '4']) await stage.lead(quote, { branch_id: dallas });
  await stage.job({ opportunity_status: 'CLOSED', total_actual_cost: 9 });
});
afterAll(() => scratch.drop());

describe('branch_performance_comparison', () => {
  it('gives 1,500 and not 18,000 for a branch with opportunities and leads', async () => {
    const { rows } = await stage.ask('branch_performance_comparison');
    expect(rows[0]).toMatchObject({
      branch_name: 'Dallas',
      currency: 'USD',
      total_jobs: 3,
      booked_jobs: 1,
      closed_jobs: 1,
      lost_jobs: 1,
      booking_rate_percent: 66.67,
      total_revenue: 1500,
      avg_job_value: 750,
      unique_customers: 1,
      sales_people_count: 1,
      first_job_date: '2025-01-01',
      last_job_date: '2025-02-01',
    });
  });

  it('keeps jobs without a branch in a row of their own, so that rows add up to the whole', async () => {
    const { rows, receipt } = await stage.ask('branch_performance_comparison');
    expect(rows.map((row) => [row.branch_name, row.branch_id === null, row.total_revenue])).toEqual([
      ['Dallas', false, 1500],
      ['(no branch)', true, 9],
    ]);
    expect(receipt).toMatchObject({
      rowsCounted: 4,
      excluded: [],
      linkCoverage: [{ joint: 'job → customer', linked: 2, total: 4, percent: 50 }],
    });
  });
});
