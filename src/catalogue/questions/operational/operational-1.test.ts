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

describe('questions of operational', () => {
  it.each<Case>([
    [
      'bottleneck_identification',
      { as_of: '2024-04-01' },
      2,
      [
        {
          job_type: 'Local',
          branch_name: 'Dallas',
          opportunity_status: 'QUOTED',
          job_count: 1,
          avg_hours_quoted: 1457,
          p95_hours_quoted: 1457,
          jobs_stuck_in_booked: 0,
          quoted_over_7_days: 1,
          stuck_quoted_percent: 100,
        },
        {
          job_type: 'Long',
          branch_name: 'Dallas',
          opportunity_status: 'BOOKED',
          job_count: 1,
          avg_days_booked: 41.71,
          p95_days_booked: 41.71,
          jobs_stuck_in_booked: 1,
          quoted_over_7_days: 0,
          stuck_booked_percent: 100,
        },
      ],
    ],
    [
      'branch_capacity_analysis',
      {},
      5,
      [
        {
          branch_name: 'Dallas',
          months_active: 3,
          total_jobs: 4,
          total_customers: 2,
          total_truck_hours: 29,
          avg_jobs_per_month: 1.33,
          avg_truck_hours_per_month: 14.5,
          jobs_per_day: 1,
          revenue_per_job: 985,
        },
      ],
    ],
    [
      'capacity_utilization',
      {},
      5,
      [
        {
          branch_name: 'Dallas',
          job_type: 'Long',
          month: '2024-03-01',
          total_jobs: 1,
          total_revenue: 400,
          active_days: 1,
          jobs_per_day: 1,
        },
        {
          branch_name: 'Dallas',
          job_type: 'Local',
          month: '2023-01-01',
          total_jobs: 1,
          total_truck_hours: 5,
          max_crew_per_job: 2,
          active_days: 1,
          crew_hours_per_day: 10,
          revenue_per_truck_hour: 200,
        },
      ],
    ],
    [
      'crew_truck_utilization_by_route',
      {},
      5,
      [
        {
          route_type: 'interstate',
          job_type: 'Long',
          branch_name: 'Dallas',
          total_jobs: 2,
          total_crew_hours: 40,
          avg_crew_per_job: 4,
          total_revenue: 2400,
          revenue_per_crew_hour: 50,
          crew_hours_per_job: 40,
        },
        {
          route_type: 'intrastate',
          job_type: 'Local',
          branch_name: 'Dallas',
          total_jobs: 1,
          total_crew_hours: 12,
          avg_crew_per_job: 3,
          total_revenue: 540,
          revenue_per_crew_hour: 45,
          crew_hours_per_job: 12,
        },
      ],
    ],
    [
      'job_duration_analysis',
      {},
      5,
      [
        {
          job_type: 'Local',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_hours_to_book: 42,
          avg_days_booking_to_job: 9.5,
          avg_crew_size: 2.5,
          avg_job_value: 770,
          booked_within_48h: 1,
          jobs_within_14_days: 2,
        },
        {
          job_type: 'Long',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_hours_to_book: 456,
          avg_days_booking_to_job: 10,
          avg_crew_size: 4,
          avg_job_value: 1200,
          booked_within_48h: 0,
          jobs_within_14_days: 1,
        },
      ],
    ],
    [
      'job_scheduling_efficiency',
      {},
      5,
      [
        {
          job_type: 'Local',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_hours_quote_to_book: 42,
          p75_hours_quote_to_book: 57,
          p75_days_book_to_job: 10.25,
          booked_within_24h: 1,
          scheduled_within_14_days: 2,
          scheduling_within_7_days_percent: 0,
        },
        {
          job_type: 'Long',
          branch_name: 'Dallas',
          total_jobs: 2,
          avg_hours_quote_to_book: 456,
          p75_hours_quote_to_book: 456,
          p75_days_book_to_job: 10,
          booked_within_24h: 0,
          scheduled_within_14_days: 1,
          scheduling_within_7_days_percent: 0,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
