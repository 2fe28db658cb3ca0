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
      'job_type_geographic_profitability',
      {},
      5,
      [
        {
          job_type: 'Long',
          origin_state: 'TX',
          destination_state: 'OK',
          branch_name: 'Dallas',
          total_jobs: 2,
          total_revenue: 2400,
          total_actual: 2000,
          avg_job_value: 1200,
          avg_trucks: 2,
        },
        {
          job_type: 'Local',
          origin_state: 'TX',
          destination_state: 'TX',
          branch_name: 'Dallas',
          customer_count: 1,
          total_estimated: 1500,
          variance_amount: 40,
          avg_job_value: 770,
          avg_trucks: 1,
        },
      ],
    ],
    [
      'operational_efficiency',
      {},
      5,
      [
        {
          job_type: 'Local',
          total_jobs: 2,
          avg_crew_size: 2.5,
          avg_trucks_per_job: 1,
          total_crew_hours: 22,
          total_truck_hours: 9,
          revenue_per_crew_member: 308,
          revenue_per_truck: 770,
          jobs_with_crew_data: 2,
        },
        {
          job_type: 'Long',
          total_jobs: 2,
          avg_crew_size: 4,
          avg_trucks_per_job: 2,
          total_crew_hours: 40,
          total_truck_hours: 20,
          revenue_per_crew_member: 500,
          revenue_per_truck: 1000,
          jobs_with_crew_data: 1,
        },
      ],
    ],
    [
      'resource_allocation',
      {},
      5,
      [
        {
          branch_name: 'Dallas',
          month: '2024-03-01',
          total_jobs: 1,
          total_revenue: 400,
          active_days: 1,
          job_types_handled: 1,
          jobs_per_day: 1,
          revenue_per_job: 400,
        },
        {
          branch_name: 'Dallas',
          month: '2023-01-01',
          total_jobs: 1,
          total_crew_hours: 10,
          total_revenue: 1000,
          active_days: 1,
          crew_hours_per_day: 10,
          revenue_per_crew_hour: 100,
          crew_utilization_percent: 100,
        },
      ],
    ],
    [
      'routing_efficiency',
      {},
      4, // J1 to J4 name both cities
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_frequency: 1,
          total_revenue: 2000,
          avg_crew_size: 4,
          first_job_date: '2024-01-20',
          revenue_per_trip: 2000,
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          branch_name: 'Dallas',
          route_type: 'interstate',
          avg_job_value: 400,
          first_job_date: '2024-03-01',
          revenue_per_trip: 400,
        },
      ],
    ],
    [
      'sales_person_specialization',
      {},
      4, // J8 names no seller
      [
        {
          sales_person_name: 'Tia',
          job_types_handled: 1,
          branches_worked: 1,
          total_jobs: 2,
          total_customers: 2,
          total_booked_opportunities: 2,
          primary_job_type: 'Long',
          primary_branch: 'Dallas',
          conversion_rate: 100,
        },
        {
          sales_person_name: 'Sam',
          job_types_handled: 1,
          branches_worked: 1,
          total_jobs: 2,
          total_customers: 1,
          total_booked_opportunities: 1,
          primary_job_type: 'Local',
          primary_branch: 'Dallas',
          conversion_rate: 33.33,
        },
      ],
    ],
    [
      'seasonal_capacity_planning',
      {},
      5,
      [
        {
          season: 'winter',
          branch_name: 'Dallas',
          job_type: 'Long',
          avg_jobs_per_period: 1,
          avg_truck_hours_per_period: 20,
          avg_active_days: 1,
          peak_jobs: 1,
          peak_truck_hours: 20,
          peak_crew_ratio: 1,
        },
        {
          season: 'spring',
          branch_name: 'Dallas',
          job_type: 'Long',
          avg_jobs_per_period: 1,
          avg_revenue_per_period: 400,
          avg_active_days: 1,
          peak_jobs: 1,
          peak_to_avg_ratio: 1,
          variability_level: 'low_variability',
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
