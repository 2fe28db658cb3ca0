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

describe('questions of revenue', () => {
  it.each<Case>([
    [
      'average_job_value',
      {},
      5,
      [
        { dimension: 'overall', dimension_value: 'all', job_count: 4, avg_job_value: 985, median_job_value: 770 },
        { dimension: 'job_type', dimension_value: 'Local', job_count: 2, avg_job_value: 770, median_job_value: 770 },
      ],
    ],
    [
      'quarterly_metrics_summary',
      {},
      8,
      [
        {
          quarter: '2023-01-01',
          year: 2023,
          quarter_number: 1,
          total_jobs: 1,
          booked_jobs: 0,
          lost_jobs: 0,
          total_revenue: 1000,
          unique_customers: 1,
          active_sales_people: 1,
        },
        {
          quarter: '2024-01-01',
          year: 2024,
          quarter_number: 1,
          total_jobs: 6,
          booked_jobs: 1,
          lost_jobs: 1,
          total_revenue: 2940,
          unique_customers: 3,
          active_sales_people: 2,
        },
      ],
    ],
    [
      'revenue_by_branch',
      {},
      8,
      [
        {
          branch_name: 'Dallas',
          total_jobs: 7,
          total_revenue: 3940,
          avg_job_value: 985,
          booked_revenue: 400,
          closed_revenue: 3540,
          booked_jobs: 1,
          closed_jobs: 3,
          avg_booked_value: 400,
        },
      ],
    ],
    [
      'revenue_by_job_status',
      {},
      8,
      [
        {
          opportunity_status: 'QUOTED',
          job_count: 1,
          total_revenue: 250,
          avg_job_value: 250,
          min_job_value: 250,
          max_job_value: 250,
          median_job_value: 250,
          revenue_percentage: 4.82,
        },
        {
          opportunity_status: 'CANCELLED',
          job_count: 1,
          total_revenue: 700,
          avg_job_value: 700,
          min_job_value: 700,
          max_job_value: 700,
          median_job_value: 700,
          revenue_percentage: 13.49,
        },
      ],
    ],
    [
      'revenue_by_referral_source',
      {},
      8,
      [
        {
          referral_source: 'Friend',
          job_count: 2,
          booked_jobs: 0,
          closed_jobs: 1,
          total_revenue: 2000,
          booked_revenue: 0,
          closed_revenue: 2000,
          avg_job_value: 2000,
          booking_rate_percent: 50,
        },
        {
          referral_source: 'Friend',
          affiliate_name: 'Partner Co',
          job_count: 1,
          booked_jobs: 1,
          closed_jobs: 0,
          total_revenue: 400,
          booked_revenue: 400,
          closed_revenue: 0,
          avg_job_value: 400,
        },
      ],
    ],
    [
      'revenue_by_sales_person',
      {},
      8,
      [
        {
          sales_person_name: 'Tia',
          total_jobs: 3,
          total_revenue: 2400,
          avg_job_value: 1200,
          booked_revenue: 400,
          closed_revenue: 2000,
          closed_jobs: 1,
          avg_booked_value: 400,
          branches_worked: 1,
        },
        {
          sales_person_name: 'Sam',
          total_jobs: 4,
          total_revenue: 1540,
          avg_job_value: 770,
          booked_revenue: 0,
          closed_revenue: 1540,
          booked_jobs: 0,
          closed_jobs: 2,
          branches_worked: 1,
        },
      ],
    ],
    [
      'year_over_year_growth',
      {},
      8,
      [
        { year: 2023, job_count: 1, booked_jobs: 0, closed_jobs: 1, total_revenue: 1000, unique_customers: 1, active_branches: 1 },
        {
          year: 2024,
          job_count: 6,
          booked_jobs: 1,
          closed_jobs: 2,
          total_revenue: 2940,
          active_branches: 1,
          previous_year_revenue: 1000,
          previous_year_customers: 1,
          revenue_growth_percent: 194,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
