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

describe('questions of forecasting', () => {
  it.each<Case>([
    [
      'anomaly_detection',
      {},
      8,
      [
        {
          month: '2023-01-01',
          job_count: 1,
          revenue: 1000,
          unique_customers: 1,
          mean_jobs: 0.47,
          mean_revenue: 262.67,
          z_score_revenue: 1.08,
          iqr_revenue: 0,
          is_revenue_anomaly: true,
        },
        {
          month: '2024-03-01',
          job_count: 1,
          revenue: 400,
          unique_customers: 1,
          mean_jobs: 0.47,
          mean_revenue: 262.67,
          z_score_revenue: 0.2,
          iqr_revenue: 0,
          is_revenue_anomaly: true,
        },
      ],
    ],
    [
      'customer_growth_forecast',
      { as_of: '2024-04-01' },
      5,
      [
        {
          month: '2023-01-01',
          year: 2023,
          month_number: 1,
          actual_new_customers: 1,
          actual_repeat_customers: 0,
          total_jobs: 1,
          six_month_ma_new_customers: 1,
          twelve_month_ma_new_customers: 1,
          three_month_ma_repeat_customers: 0,
        },
        {
          month: '2024-09-01',
          year: 2024,
          month_number: 9,
          forecasted_new_customers: 0.06,
          forecast_new_customers_lower: 0,
          forecast_new_customers_upper: 1.42,
          data_type: 'forecast',
        },
      ],
    ],
    [
      'demand_forecasting',
      { as_of: '2024-04-01' },
      5,
      [
        {
          month: '2024-09-01',
          year: 2024,
          month_number: 9,
          origin_city: 'Austin',
          origin_state: 'TX',
          job_type: 'Long',
          forecasted_demand: 0.33,
          forecast_lower_bound: 0,
          forecast_upper_bound: 1.07,
        },
        {
          month: '2023-01-01',
          year: 2023,
          month_number: 1,
          origin_city: 'Dallas',
          origin_state: 'TX',
          branch_name: 'Dallas',
          demand_revenue: 1000,
          three_month_moving_avg: 1,
          twelve_month_moving_avg: 1,
        },
      ],
    ],
    [
      'job_volume_forecast',
      { as_of: '2024-04-01' },
      5,
      [
        {
          month: '2024-09-01',
          year: 2024,
          month_number: 9,
          job_type: '(no type)',
          branch_name: 'Calgary',
          forecasted_job_count: 0.33,
          forecast_lower_bound: 0,
          forecast_upper_bound: 1.07,
          data_type: 'forecast',
        },
        {
          month: '2023-01-01',
          year: 2023,
          month_number: 1,
          job_type: 'Local',
          branch_name: 'Dallas',
          actual_job_count: 1,
          three_month_moving_avg: 1,
          six_month_moving_avg: 1,
          twelve_month_moving_avg: 1,
        },
      ],
    ],
    [
      'revenue_forecast_advanced',
      { as_of: '2024-04-01' },
      5,
      [
        {
          month: '2023-01-01',
          actual_revenue: 1000,
          job_count: 1,
          three_month_moving_avg: 1000,
          six_month_moving_avg: 1000,
          twelve_month_moving_avg: 1000,
          linear_trend_forecast: 50.17,
          data_type: 'actual',
        },
        {
          month: '2024-09-01',
          exponential_smoothing_forecast: 526.54,
          linear_trend_forecast: 657.31,
          recommended_forecast: 526.54,
          forecast_lower_bound: 0,
          forecast_upper_bound: 3054.28,
          method: 'exponential smoothing',
          data_type: 'forecast',
        },
      ],
    ],
    [
      'revenue_forecast_trends',
      { as_of: '2024-04-01' },
      5,
      [
        { month: '2023-01-01', revenue: 1000, three_month_moving_avg: 1000, six_month_moving_avg: 1000, twelve_month_moving_avg: 1000 },
        {
          month: '2024-09-01',
          forecasted_revenue: 526.54,
          forecast_lower_bound: 0,
          forecast_upper_bound: 3054.28,
          method: 'exponential smoothing',
        },
      ],
    ],
    [
      'trend_analysis',
      {},
      8,
      [
        {
          month: '2023-01-01',
          year: 2023,
          month_number: 1,
          quarter: 1,
          job_count: 1,
          unique_customers: 1,
          three_month_ma_jobs: 1,
          six_month_ma_jobs: 1,
          six_month_ma_revenue: 1000,
        },
        {
          month: '2024-03-01',
          year: 2024,
          month_number: 3,
          quarter: 1,
          revenue: 400,
          previous_month_revenue: 0,
          mom_job_change_percent: -50,
          three_month_ma_revenue: 980,
          job_trend_direction: 'decreasing',
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
