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

describe('questions of demographics', () => {
  it.each<Case>([
    [
      'gender_conversion_rates',
      {},
      15, // 8 jobs, 4 leads, 1 lost and 2 bad leads; the 3 opportunities are not asked about
      [
        {
          gender: 'FEMALE',
          total_leads: 1,
          converted_leads: 1,
          bad_leads: 2,
          lost_leads: 0,
          booked_jobs: 1,
          lost_jobs: 0,
          quoted_jobs: 0,
          job_booking_rate: 100,
        },
        {
          total_leads: 2,
          converted_leads: 0,
          bad_leads: 0,
          lost_leads: 1,
          total_jobs: 2,
          booked_jobs: 0,
          lost_jobs: 1,
          quoted_jobs: 1,
          lead_conversion_rate: 0,
        },
      ],
    ],
    [
      'gender_distribution',
      {},
      8,
      [
        {
          gender: 'FEMALE',
          total_customers: 2,
          total_jobs: 3,
          active_jobs: 3,
          total_revenue: 1940,
          avg_job_value: 646.67,
          customer_percentage: 50,
          jobs_per_customer: 1.5,
        },
        { total_customers: 1, total_jobs: 2, active_jobs: 0, total_revenue: 0, customer_percentage: 25, jobs_per_customer: 2 },
      ],
    ],
    [
      'gender_job_preferences',
      {},
      8,
      [
        {
          gender: 'FEMALE',
          job_type: 'Local',
          branch_name: 'Dallas',
          job_count: 2,
          customer_count: 1,
          total_revenue: 1540,
          avg_job_value: 770,
          percentage_of_gender_jobs: 50,
          jobs_per_customer: 2,
        },
        {
          job_type: 'Local',
          branch_name: 'Dallas',
          job_count: 2,
          customer_count: 1,
          total_revenue: 0,
          percentage_of_gender_jobs: 100,
          jobs_per_customer: 2,
        },
      ],
    ],
    [
      'gender_revenue_analysis',
      {},
      5,
      [
        {
          gender: 'MALE',
          customer_count: 1,
          job_count: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
          p25_job_value: 2000,
          min_job_value: 2000,
          booked_revenue: 0,
          revenue_per_customer: 2000,
        },
        {
          gender: 'FEMALE',
          customer_count: 1,
          job_count: 3,
          total_revenue: 1940,
          avg_job_value: 646.67,
          p25_job_value: 470,
          min_job_value: 400,
          booked_revenue: 400,
          revenue_per_customer: 1940,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
