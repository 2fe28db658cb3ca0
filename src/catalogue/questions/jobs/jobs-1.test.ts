import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
// Rates: of eight jobs five stand booked or closed (62.5 %), four of those closed (80 %); Tia sold J3 and J4 of three, Sam J1 and J2 of four.
// J3: 1 to 20 February, both at noon, is 19 days or 456 hours.
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
      'daily_active_jobs',
      {},
      8,
      [
        {
          job_day: '2024-03-01',
          daily_job_count: 1,
          quoted_count: 0,
          booked_count: 1,
          closed_count: 0,
          lost_count: 0,
          daily_revenue: 400,
          unique_customers: 1,
          active_branches: 1,
        },
        {
          job_day: '2023-01-10',
          daily_job_count: 1,
          quoted_count: 0,
          booked_count: 0,
          closed_count: 1,
          lost_count: 0,
          daily_revenue: 1000,
          unique_customers: 1,
          active_branches: 1,
        },
      ],
    ],
    [
      'job_booking_time_analysis',
      {},
      3, // J1 to J3; J4 and J8 lack a moment
      [
        {
          job_number: 'Q3-1',
          opportunity_status: 'BOOKED',
          time_to_booking: 27360,
          hours_to_booking: 456,
          days_to_booking: 19,
          booking_time_category: '1-4 Weeks',
        },
        {
          job_number: 'Q1-1',
          opportunity_status: 'CLOSED',
          time_to_booking: 720,
          hours_to_booking: 12,
          days_to_booking: 0.5,
          booking_time_category: 'Same Day',
        },
      ],
    ],
    [
      'job_bookings_by_branch',
      {},
      8,
      [
        {
          branch_name: 'Dallas',
          total_jobs: 7,
          booked_jobs: 1,
          closed_jobs: 3,
          quoted_jobs: 1,
          cancelled_jobs: 1,
          total_revenue: 3940,
          closed_revenue: 3540,
          avg_job_value: 985,
        },
      ],
    ],
    [
      'job_bookings_by_sales_person',
      {},
      8,
      [
        {
          sales_person_name: 'Tia',
          total_jobs: 3,
          booked_jobs: 1,
          closed_jobs: 1,
          quoted_jobs: 0,
          cancelled_jobs: 1,
          booked_revenue: 400,
          closed_revenue: 2000,
          booking_rate_percent: 66.67,
        },
        {
          sales_person_name: 'Sam',
          total_jobs: 4,
          booked_jobs: 0,
          closed_jobs: 2,
          quoted_jobs: 1,
          cancelled_jobs: 0,
          booked_revenue: 0,
          closed_revenue: 1540,
          booking_rate_percent: 50,
        },
      ],
    ],
    [
      'job_cancellation_analysis',
      {},
      1, // J7
      [
        {
          job_number: 'Q7-1',
          branch_name: 'Dallas',
          sales_person_name: 'Tia',
          job_type: 'Long',
          job_date: '2024-02-12',
          time_before_cancellation: 24,
          days_before_cancellation: 1,
          total_estimated_cost: 700,
          referral_source: 'Friend',
        },
      ],
    ],
    [
      'job_conversion_rates',
      {},
      8,
      [
        {
          dimension: 'overall',
          dimension_value: 'all',
          quoted_count: 1,
          booked_count: 1,
          closed_count: 4,
          lost_count: 1,
          quote_to_booking_rate: 62.5,
          booking_to_closed_rate: 80,
          quote_to_closed_rate: 50,
        },
        {
          dimension: 'sales_person',
          dimension_value: '(no sales person)',
          quoted_count: 0,
          booked_count: 0,
          closed_count: 1,
          lost_count: 0,
          quote_to_booking_rate: 100,
          booking_to_closed_rate: 100,
          quote_to_closed_rate: 100,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
