import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// January 2025, USD, by hand: QUOTED 1, BOOKED 1 (200), CLOSED 2 (1,000 and one without an
// amount), LOST 1, CANCELLED 1 = 6 jobs; revenue 1,200; mean of the two with an amount 600;
// Ada twice and Bob = 2 customers; one branch; two sales people; booked (1 + 2) / 6 = 50 %.
// February nothing; March one LOST job: rate 0.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const dallas = await stage.branch('Dallas', 'USD');
  const ada = await stage.customer('Ada');
  const bob = await stage.customer('Bob');
  const sam = await stage.salesPerson('Sam');
  const sue = await stage.salesPerson('Sue');
  await stage.job({
    opportunity_status: 'QUOTED',
    job_date: '2025-01-02',
    total_estimated_cost: 999,
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
  });
  await stage.job({
    opportunity_status: 'BOOKED',
    job_date: '2025-01-02',
    total_estimated_cost: 200,
    customer_id: ada,
    branch_id: dallas,
    sales_person_id: sam,
  });
  await stage.job({
    opportunity_status: 'CLOSED',
    job_date: '2025-01-31',
    total_actual_cost: 1000,
    customer_id: bob,
    branch_id: dallas,
    sales_person_id: sue,
  });
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-01-31' });
  await stage.job({ opportunity_status: 'LOST', job_date: '2025-01-10' });
  await stage.job({ opportunity_status: 'CANCELLED', job_date: '2025-01-10' });
  await stage.job({ opportunity_status: 'LOST', job_date: '2025-03-10' });
});
afterAll(() => scratch.drop());

describe('monthly_metrics_summary', () => {
  it('counts each month once, with empty months as zero', async () => {
    const { rows } = await stage.ask('monthly_metrics_summary');
    expect(rows[0]).toEqual({
      month: '2025-01-01',
      year: 2025,
      month_number: 1,
      currency: 'USD',
      total_jobs: 6,
      quoted_jobs: 1,
      booked_jobs: 1,
      closed_jobs: 2,
      lost_jobs: 1,
      cancelled_jobs: 1,
      total_revenue: 1200,
      avg_job_value: 600,
      unique_customers: 2,
      active_branches: 1,
      active_sales_people: 2,
      booking_rate_percent: 50,
    });
    expect(rows.slice(1).map((row) => [row.month, row.total_jobs, row.total_revenue, row.avg_job_value, row.booking_rate_percent])).toEqual(
      [
        ['2025-02-01', 0, 0, null, null],
        ['2025-03-01', 1, 0, null, 0],
      ],
    );
  });

  it('counts for one sales person', async () => {
    const { rows, receipt } = await stage.ask('monthly_metrics_summary', { sales_person: 'sue' });
    expect(rows.map((row) => [row.total_jobs, row.total_revenue])).toEqual([[1, 1000]]);
    expect(receipt.excluded).toEqual([{ reason: 'another sales person', rows: 6 }]);
  });
});
