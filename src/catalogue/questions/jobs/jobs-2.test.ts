import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
// Crew hours: 2 × 5 + 3 × 4 = 22 (J1, J2) and 4 × 10 = 40 (J4; J3 names none). Of seven jobs in USD four are Local, three Long.
// January: J1, J2, J4 and J5, four of seven; seven jobs over twelve months are .58. 2024 has six jobs in USD, 2023 one: 500 % more.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('questions of jobs', () => {
  it.each<Case>([
    [
      'job_crew_truck_utilization',
      {},
      5,
      [
        {
          job_type: 'Local',
          job_count: 2,
          avg_crew_size: 2.5,
          min_crew_size: 2,
          max_crew_size: 3,
          avg_trucks_used: 1,
          min_trucks_used: 1,
          median_trucks_used: 1,
          total_crew_hours: 22,
        },
        {
          job_type: 'Long',
          job_count: 2,
          avg_crew_size: 4,
          min_crew_size: 4,
          max_crew_size: 4,
          avg_trucks_used: 2,
          min_trucks_used: 2,
          median_trucks_used: 2,
          total_crew_hours: 40,
        },
      ],
    ],
    [
      'job_duplicate_rate',
      {},
      9,
      [{ duplicate_jobs: 1, non_duplicate_jobs: 8, total_jobs: 9, duplicate_rate_percent: 11.11, non_duplicate_rate_percent: 88.89 }],
    ],
    [
      'job_estimated_vs_actual_cost',
      {},
      2, // J1 and J2 have both totals
      [
        {
          job_number: 'Q1-1',
          opportunity_status: 'CLOSED',
          job_date: '2023-01-10',
          total_estimated_cost: 900,
          total_actual_cost: 1000,
          cost_variance: 100,
          hourly_rate_quoted: 100,
          hourly_rate_billed: 110,
          rate_variance: 10,
        },
        {
          job_number: 'Q2-1',
          opportunity_status: 'CLOSED',
          job_date: '2024-01-15',
          total_estimated_cost: 600,
          total_actual_cost: 540,
          cost_variance: -60,
          hourly_rate_quoted: 100,
          hourly_rate_billed: 90,
          rate_variance: -10,
        },
      ],
    ],
    [
      'job_type_distribution',
      {},
      8,
      [
        {
          job_type: 'Local',
          job_count: 4,
          booked_count: 0,
          closed_count: 2,
          percentage_of_total: 57.14,
          total_revenue: 1540,
          avg_job_value: 770,
          avg_crew_size: 2.5,
          avg_trucks_used: 1,
        },
        {
          job_type: 'Long',
          job_count: 3,
          booked_count: 1,
          closed_count: 1,
          percentage_of_total: 42.86,
          total_revenue: 2400,
          avg_job_value: 1200,
          avg_crew_size: 4,
          avg_trucks_used: 2,
        },
      ],
    ],
    [
      'job_volume_trends',
      {},
      8,
      [
        {
          trend_type: 'monthly',
          period: '2023-01-01',
          year: 2023,
          month_number: 1,
          job_count: 1,
          booked_count: 0,
          closed_count: 1,
          revenue: 1000,
        },
        {
          trend_type: 'yearly',
          period: '2024-01-01',
          year: 2024,
          job_count: 6,
          booked_count: 1,
          closed_count: 2,
          revenue: 2940,
          previous_month_jobs: 1,
          month_over_month_change_percent: 500,
        },
      ],
    ],
    [
      'jobs_by_time_period',
      {},
      8,
      [
        { period_type: 'daily', period_date: '2023-01-10', job_count: 1, booked_count: 1, revenue: 1000 },
        { period_type: 'yearly', period_date: '2024-01-01', job_count: 6, booked_count: 3, revenue: 2940 },
      ],
    ],
    [
      'seasonal_job_patterns',
      {},
      8,
      [
        {
          month_number: 1,
          month_name: 'January',
          total_jobs: 4,
          booked_jobs: 0,
          closed_jobs: 3,
          total_revenue: 3540,
          percentage_of_year: 57.14,
          overall_monthly_avg: 0.58,
          deviation_from_avg: 3.42,
        },
        {
          month_number: 12,
          month_name: 'December',
          total_jobs: 0,
          booked_jobs: 0,
          closed_jobs: 0,
          total_revenue: 0,
          percentage_of_year: 0,
          overall_monthly_avg: 0.58,
          deviation_from_avg: -0.58,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
