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

describe('questions of customers', () => {
  it.each<Case>([
    [
      'customer_acquisition_timeline',
      {},
      5,
      [
        {
          acquisition_year: '2023-01-01',
          acquisition_month: '2023-01-01',
          year: 2023,
          month: 1,
          new_customers: 1,
          cumulative_customers_year: 1,
          cumulative_customers_total: 1,
        },
        {
          acquisition_year: '2024-01-01',
          acquisition_month: '2024-01-01',
          year: 2024,
          month: 1,
          new_customers: 2,
          cumulative_customers_year: 2,
          cumulative_customers_total: 3,
        },
      ],
    ],
    [
      'customer_bad_lead_analysis',
      {},
      2,
      [
        {
          provider: 'Google',
          customer_name: 'Dee',
          date_lead_received: '2024-01-03',
          lead_bad_reason: 'Wrong number',
          total_customer_jobs: 1,
          closed_jobs: 1,
          first_customer_job_date: '2024-01-05',
          last_customer_job_date: '2024-01-05',
          conversion_status: 'converted',
        },
        {
          provider: 'Google',
          customer_name: 'Ada',
          move_date: '2023-01-11',
          date_lead_received: '2023-01-01',
          total_customer_jobs: 3,
          total_customer_revenue: 1940,
          booked_opportunity_count: 1,
          linked_quote_number: 'Q1',
          linked_branch_name: 'Dallas',
        },
      ],
    ],
    [
      'customer_job_frequency',
      {},
      3, // Ada's J1, J2, J3
      [
        {
          customer_name: 'Ada',
          intervals_count: 2,
          avg_days_between_jobs: 208,
          min_days_between_jobs: 46,
          max_days_between_jobs: 370,
          median_days_between_jobs: 208,
          avg_months_between_jobs: 6.83,
        },
      ],
    ],
    [
      'customer_lead_journey',
      {},
      9,
      [
        {
          quote_number: 'Q1',
          lead_status: 'Closed',
          sales_person: 'Sam',
          branch_name: 'Dallas',
          referral_source: 'Google',
          source_module: 'lead_status',
          booking_status: 'Closed',
          converted_job_count: 3,
          last_customer_job_date: '2024-03-01',
        },
        {
          lead_status: 'Wrong number',
          referral_source: 'Google',
          source_module: 'bad_leads',
          customer_name: 'Dee',
          converted_job_count: 1,
          first_customer_job_date: '2024-01-05',
          last_customer_job_date: '2024-01-05',
          journey_stage: 'Converted to Customer',
        },
      ],
    ],
    [
      'customer_lifetime_value',
      {},
      3, // Ada's J1, J2, J3
      [
        {
          customer_name: 'Ada',
          total_jobs: 3,
          first_job_date: '2023-01-10',
          last_job_date: '2024-03-01',
          customer_lifetime_years: 1.14,
          avg_job_value: 646.67,
          years_active: 2,
          closed_revenue: 1540,
          closed_jobs: 2,
        },
      ],
    ],
    [
      'customer_relationship_summary',
      {},
      13,
      [
        {
          customer_name: 'Ben',
          total_jobs: 2,
          booked_jobs: 0,
          closed_jobs: 1,
          total_job_revenue: 2000,
          last_job_date: '2024-02-12',
          booked_opportunity_count: 2,
          total_opportunity_value: 2000,
          last_booking_date: '2024-02-02',
        },
        {
          customer_name: 'Cy',
          total_jobs: 2,
          booked_jobs: 0,
          closed_jobs: 0,
          total_job_revenue: 0,
          first_job_date: '2024-01-25',
          bad_lead_count: 0,
          booked_opportunity_count: 0,
          total_opportunity_value: 0,
        },
      ],
    ],
    [
      'customer_segmentation_by_value',
      {},
      5,
      [
        {
          customer_name: 'Ben',
          total_jobs: 1,
          total_revenue: 2000,
          first_job_date: '2024-01-20',
          last_job_date: '2024-01-20',
          clv_segment: 'VIP',
        },
        {
          customer_name: 'Ada',
          total_jobs: 3,
          total_revenue: 1940,
          first_job_date: '2023-01-10',
          last_job_date: '2024-03-01',
          clv_segment: 'Very Low Value',
        },
      ],
    ],
    [
      'repeat_customers',
      {},
      3, // Ada's J1, J2, J3
      [
        {
          customer_name: 'Ada',
          total_jobs: 3,
          first_job_date: '2023-01-10',
          last_job_date: '2024-03-01',
          customer_lifetime_days: 416,
          total_revenue: 1940,
          avg_job_value: 646.67,
          job_types_used: 2,
          years_active: 2,
        },
      ],
    ],
    [
      'rolling_window_jobs',
      {},
      5,
      [
        {
          customer_name: 'Ada',
          total_job_count_windows: 3,
          total_jobs_overall: 3,
          window_1_jobs: 1,
          window_2_jobs: 0,
          window_3_jobs: 2,
          window_4_jobs: 0,
          window_5_jobs: 0,
        },
        {
          customer_name: 'Dee',
          total_job_count_windows: 1,
          total_jobs_overall: 1,
          window_1_jobs: 1,
          window_2_jobs: 0,
          window_3_jobs: 0,
          window_4_jobs: 0,
          window_5_jobs: 0,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
