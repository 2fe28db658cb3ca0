import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('questions of profitability', () => {
  it.each<Case>([
    [
      'branch_profitability',
      {},
      5,
      [
        {
          branch_name: 'Dallas',
          total_jobs: 4,
          booked_jobs: 1,
          closed_jobs: 3,
          booked_revenue: 400,
          total_actual: 3540,
          avg_job_value: 985,
          revenue_per_crew_hour: 57.1,
          total_truck_hours: 29,
        },
      ],
    ],
    [
      'cost_efficiency_metrics',
      {},
      8,
      [
        {
          metric_category: 'overall',
          total_jobs: 7,
          unique_customers: 3,
          total_revenue: 3940,
          revenue_per_job: 985,
          revenue_per_customer: 1970,
          revenue_per_truck_hour: 122.07,
          avg_estimated_cost_per_job: 633.33,
          total_leads: 4,
        },
      ],
    ],
    [
      'customer_profitability',
      {},
      5,
      [
        {
          customer_name: 'Ben',
          total_jobs: 1,
          total_revenue: 2000,
          total_estimated: 0,
          total_actual: 2000,
          avg_job_value: 2000,
          first_job_date: '2024-01-20',
          customer_lifetime_days: 0,
          job_types_used: 1,
        },
        {
          customer_name: 'Ada',
          total_jobs: 3,
          total_revenue: 1940,
          total_estimated: 1900,
          variance_amount: 40,
          avg_job_value: 646.67,
          first_job_date: '2023-01-10',
          customer_lifetime_days: 416,
          job_types_used: 2,
        },
      ],
    ],
    [
      'job_margins',
      {},
      5,
      [
        {
          job_number: 'Q1-1',
          job_date: '2023-01-10',
          branch_name: 'Dallas',
          job_type: 'Local',
          opportunity_status: 'CLOSED',
          total_estimated_cost: 900,
          revenue: 1000,
          margin_amount: 100,
          margin_percent: 11.11,
        },
        {
          job_number: 'Q4-1',
          job_date: '2024-01-20',
          branch_name: 'Dallas',
          job_type: 'Long',
          opportunity_status: 'CLOSED',
          total_actual_cost: 2000,
          revenue: 2000,
        },
      ],
    ],
    [
      'job_type_profitability',
      {},
      5,
      [
        {
          job_type: 'Long',
          total_jobs: 2,
          booked_jobs: 1,
          closed_jobs: 1,
          total_revenue: 2400,
          total_actual: 2000,
          median_job_value: 1200,
          total_crew_hours: 40,
          revenue_per_crew_hour: 50,
        },
        {
          job_type: 'Local',
          total_jobs: 2,
          booked_jobs: 0,
          closed_jobs: 2,
          total_estimated: 1500,
          avg_job_value: 770,
          variance_amount: 40,
          total_crew_hours: 22,
          revenue_per_crew_hour: 70,
        },
      ],
    ],
    [
      'pricing_optimization',
      {},
      5,
      [
        {
          job_type: 'Local',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_hourly_rate_quoted: 100,
          hourly_rate_variance_percent: 0,
          cost_variance: 20,
          p75_hourly_quoted: 100,
          p75_hourly_billed: 105,
          over_quoted_rate_percent: 50,
        },
        {
          job_type: 'Long',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_estimated_cost: 400,
          avg_actual_cost: 2000,
          jobs_over_quoted_rate: 0,
          jobs_under_quoted_rate: 0,
          jobs_over_estimated_cost: 0,
          jobs_under_estimated_cost: 0,
        },
      ],
    ],
    [
      'roi_by_referral_source',
      {},
      8,
      [
        {
          referral_source: 'Friend',
          total_jobs: 3,
          unique_customers: 2,
          booked_jobs: 1,
          total_revenue: 2400,
          closed_revenue: 2000,
          revenue_per_job: 1200,
          booking_rate_percent: 66.67,
          total_leads: 1,
        },
        {
          referral_source: 'Google',
          total_jobs: 4,
          unique_customers: 2,
          booked_jobs: 0,
          total_revenue: 1540,
          closed_revenue: 1540,
          revenue_per_job: 770,
          booking_rate_percent: 50,
          total_leads: 3,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
