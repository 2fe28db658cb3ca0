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

describe('questions of benchmarking', () => {
  it.each<Case>([
    [
      'branch_performance_benchmarking',
      {},
      8,
      [
        {
          branch_name: 'Dallas',
          total_jobs: 7,
          unique_customers: 3,
          total_revenue: 3940,
          closed_jobs: 3,
          avg_trucks_per_job: 1.33,
          industry_avg_jobs: 7,
          industry_avg_booking_rate: 57.14,
          revenue_vs_industry_percent: 0,
        },
      ],
    ],
    [
      'competitive_metrics',
      {},
      8,
      [
        {
          total_quoted: 1,
          total_booked: 1,
          total_closed: 3,
          total_lost: 1,
          booked_revenue: 400,
          won_revenue: 3940,
          overall_win_rate_percent: 80,
          quote_to_close_rate_percent: 42.86,
          revenue_book_rate_percent: 7.71,
        },
      ],
    ],
    [
      'industry_benchmarks',
      {},
      8,
      [
        {
          benchmark_category: 'company',
          total_jobs: 7,
          total_customers: 3,
          total_branches: 1,
          avg_job_value: 985,
          p75_job_value: 1250,
          lost_jobs: 1,
          closing_rate_percent: 75,
          revenue_per_customer: 1970,
        },
      ],
    ],
    [
      'market_share_analysis',
      {},
      5,
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          total_jobs: 1,
          total_revenue: 2000,
          branches_serving: 1,
          market_share_revenue_percent: 50.76,
          market_total_revenue: 3940,
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          total_jobs: 1,
          total_revenue: 400,
          branches_serving: 1,
          market_share_revenue_percent: 10.15,
          market_total_revenue: 3940,
        },
      ],
    ],
    [
      'sales_person_benchmarking',
      {},
      8,
      [
        {
          sales_person_name: 'Tia',
          total_jobs: 3,
          unique_customers: 2,
          total_revenue: 2400,
          closed_jobs: 1,
          revenue_per_customer: 1200,
          loss_rate_percent: 0,
          industry_avg_booking_rate: 58.34,
          revenue_vs_industry_percent: 21.83,
        },
        {
          sales_person_name: 'Sam',
          total_jobs: 4,
          unique_customers: 2,
          total_revenue: 1540,
          closed_jobs: 2,
          revenue_per_customer: 1540,
          loss_rate_percent: 25,
          industry_avg_booking_rate: 58.34,
          revenue_vs_industry_percent: -21.83,
        },
      ],
    ],
    [
      'time_period_benchmarks',
      { as_of: '2024-04-01' },
      8,
      [
        {
          period: '2023-04',
          year: 2023,
          month: '2023-04-01',
          total_jobs: 0,
          total_revenue: 0,
          closed_jobs: 0,
          historical_avg_revenue: 333.33,
          historical_avg_booking_rate: 100,
          jobs_vs_historical_percent: -100,
        },
        {
          period: '2024-03',
          year: 2024,
          month: '2024-03-01',
          total_jobs: 1,
          avg_job_value: 400,
          booking_rate_percent: 100,
          historical_avg_jobs: 0.33,
          historical_avg_closing_rate: 100,
          job_value_vs_historical_percent: -60,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
