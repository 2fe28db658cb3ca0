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

describe('questions of customer_behavior', () => {
  it.each<Case>([
    [
      'cohort_revenue_analysis',
      {},
      5,
      [
        {
          acquisition_year: 2023,
          acquisition_month: 1,
          months_since_acquisition: 0,
          active_customers: 1,
          total_revenue: 1000,
          avg_revenue_per_customer: 1000,
          median_revenue_per_customer: 1000,
        },
        {
          acquisition_year: 2024,
          acquisition_month: 1,
          months_since_acquisition: 0,
          active_customers: 1,
          total_revenue: 2000,
          avg_revenue_per_customer: 2000,
          median_revenue_per_customer: 2000,
        },
      ],
    ],
    [
      'customer_acquisition_cohorts',
      {},
      5,
      [
        {
          acquisition_month: '2023-01-01',
          months_since_acquisition: 0,
          active_customers: 1,
          total_jobs: 1,
          total_revenue: 1000,
          avg_jobs_per_customer: 1,
          avg_revenue_per_customer: 1000,
        },
        {
          acquisition_month: '2024-01-01',
          months_since_acquisition: 0,
          active_customers: 1,
          total_jobs: 1,
          total_revenue: 2000,
          avg_jobs_per_customer: 1,
          avg_revenue_per_customer: 2000,
        },
      ],
    ],
    [
      'customer_acquisition_cost',
      {},
      8,
      [
        {
          lead_source_name: 'Friend',
          total_leads: 1,
          unique_customers: 2,
          total_jobs: 3,
          total_revenue: 2400,
          booked_jobs: 1,
          lead_to_customer_conversion_rate: 100,
          revenue_per_lead: 2400,
          booking_rate_percent: 66.67,
        },
        {
          lead_source_name: 'Google',
          total_leads: 3,
          unique_customers: 2,
          total_jobs: 4,
          total_revenue: 1540,
          booked_jobs: 0,
          lead_to_customer_conversion_rate: 33.33,
          revenue_per_lead: 513.33,
          booking_rate_percent: 50,
        },
      ],
    ],
    [
      'customer_churn_prediction',
      { as_of: '2024-04-01' },
      5,
      [
        {
          customer_name: 'Ben',
          last_job_date: '2024-01-20',
          total_jobs: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
          days_since_last_job: 72,
          churn_status: 'active',
          risk_level: 'no_risk',
          months_since_last_job: 2.37,
        },
        {
          customer_name: 'Ada',
          last_job_date: '2024-03-01',
          total_jobs: 3,
          total_revenue: 1940,
          avg_job_value: 646.67,
          days_since_last_job: 31,
          churn_status: 'active',
          risk_level: 'no_risk',
          months_since_last_job: 1.02,
        },
      ],
    ],
    [
      'customer_journey_analysis',
      {},
      4,
      [
        {
          customer_name: 'Ben',
          first_lead_date: '2024-01-02',
          first_job_date: '2024-01-20',
          last_job_date: '2024-02-12',
          total_jobs: 2,
          closed_jobs: 1,
          total_revenue: 2000,
          acquisition_path: 'lead_to_customer',
          current_stage: 'converted',
        },
        {
          customer_name: 'Cy',
          first_lead_date: '2024-01-20',
          first_job_date: '2024-01-25',
          last_job_date: '2024-02-10',
          total_jobs: 2,
          closed_jobs: 0,
          total_revenue: 0,
          acquisition_path: 'lead_to_customer',
          current_stage: 'considering',
        },
      ],
    ],
    [
      'customer_lifetime_value_forecast',
      { as_of: '2024-04-01' },
      3, // Ada's J1, J2, J3
      [
        {
          customer_name: 'Ada',
          total_jobs: 3,
          first_job_date: '2023-01-10',
          last_job_date: '2024-03-01',
          customer_lifetime_years: 1.14,
          months_active: 3,
          jobs_per_month: 0.2043,
          forecasted_ltv_24_months: 5110.66,
          projected_growth_12_months: 1585.33,
        },
      ],
    ],
    [
      'customer_preferences_analysis',
      {},
      3, // Ada's J1, J2, J3
      [
        {
          customer_name: 'Ada',
          total_jobs: 3,
          preferred_job_type: 'Local',
          job_types_used: 2,
          preferred_destination_city: 'Austin',
          preferred_month: 1,
          sales_people_used: 2,
          total_revenue: 1940,
          last_job_date: '2024-03-01',
        },
      ],
    ],
    [
      'customer_segmentation_advanced',
      { as_of: '2024-04-01' },
      5,
      [
        {
          customer_name: 'Ben',
          last_job_date: '2024-01-20',
          recency_days: 72,
          recency_months: 2.37,
          frequency_jobs: 1,
          monetary_value: 2000,
          recency_score: 4,
          frequency_score: 1,
          rfm_cell: '414',
        },
        {
          customer_name: 'Ada',
          last_job_date: '2024-03-01',
          recency_days: 31,
          recency_months: 1.02,
          frequency_jobs: 3,
          monetary_value: 1940,
          recency_score: 4,
          frequency_score: 3,
          rfm_cell: '433',
        },
      ],
    ],
    [
      'repeat_customer_patterns',
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
          avg_days_between_jobs: 208,
          jobs_per_year: 2.63,
          repeat_pattern_category: 'infrequent',
        },
      ],
    ],
    [
      'retention_cohort_analysis',
      {},
      5,
      [
        { acquisition_quarter: '2023-01-01', quarters_since_acquisition: 0, active_customers: 1, cohort_size: 1, retention_rate: 100 },
        { acquisition_quarter: '2024-01-01', quarters_since_acquisition: 0, active_customers: 2, cohort_size: 2, retention_rate: 100 },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
