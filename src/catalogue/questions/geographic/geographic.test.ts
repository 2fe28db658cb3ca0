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

describe('questions of geographic', () => {
  it.each<Case>([
    [
      'branch_geographic_coverage',
      {},
      5,
      [
        {
          branch_name: 'Dallas',
          origin_cities_served: 2,
          origin_states_served: 1,
          destination_cities_served: 3,
          destination_states_served: 2,
          total_jobs: 4,
          total_customers: 2,
          total_revenue: 3940,
          revenue_per_job: 985,
        },
      ],
    ],
    [
      'city_to_city_routes',
      {},
      4, // J1 to J4 name both cities
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_count: 1,
          booked_count: 0,
          closed_count: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_count: 1,
          booked_count: 1,
          closed_count: 0,
          total_revenue: 400,
          avg_job_value: 400,
        },
      ],
    ],
    [
      'customer_destination_patterns',
      {},
      4, // J1 to J4; J8 names no city
      [
        {
          destination_city: 'Tulsa',
          destination_state: 'OK',
          customer_count: 2,
          total_jobs: 2,
          total_revenue: 2400,
          avg_job_value: 1200,
          origin_cities_count: 2,
          origin_states_count: 1,
          jobs_per_customer: 1,
        },
        {
          destination_city: 'Austin',
          destination_state: 'TX',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 540,
          avg_job_value: 540,
          origin_cities_count: 1,
          origin_states_count: 1,
          jobs_per_customer: 1,
        },
      ],
    ],
    [
      'customer_geographic_distribution',
      {},
      2, // Ada and Dee; the others name no city
      [
        { origin_city: 'Calgary', customers_from_origin: 1, customers_with_both_locations: 0 },
        {
          origin_city: 'Dallas',
          customers_from_origin: 1,
          destination_city: 'Tulsa',
          customers_to_destination: 1,
          customers_with_both_locations: 1,
        },
      ],
    ],
    [
      'customer_origin_patterns',
      {},
      4, // J1 to J4; J8 names no city
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
          jobs_per_customer: 1,
          revenue_per_customer: 2000,
          first_job_date: '2024-01-20',
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          customer_count: 1,
          total_jobs: 3,
          total_revenue: 1940,
          avg_job_value: 646.67,
          jobs_per_customer: 3,
          revenue_per_customer: 1940,
          first_job_date: '2023-01-10',
        },
      ],
    ],
    [
      'geographic_coverage',
      {},
      8,
      [
        { state: 'TX', coverage_type: 'Origin Coverage', job_count: 4, cities_served: 2, unique_customers: 2, total_revenue: 3940 },
        { state: 'TX', coverage_type: 'Destination Coverage', job_count: 2, cities_served: 2, unique_customers: 1, total_revenue: 1540 },
      ],
    ],
    [
      'job_geographic_routes',
      {},
      4, // J1 to J4 name both cities
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_count: 1,
          booked_count: 0,
          closed_count: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_count: 1,
          booked_count: 1,
          closed_count: 0,
          total_revenue: 400,
          avg_job_value: 400,
        },
      ],
    ],
    [
      'origin_destination_correlations',
      {},
      4, // J1 to J4; J8 names no city
      [
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_type: 'interstate',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
        },
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          destination_city: 'Tulsa',
          destination_state: 'OK',
          route_type: 'interstate',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 400,
          avg_job_value: 400,
        },
      ],
    ],
    [
      'revenue_by_geographic_region',
      {},
      8,
      [
        { region_type: 'origin', city: 'Austin', state: 'TX', job_count: 1, total_revenue: 2000, avg_job_value: 2000 },
        { region_type: 'destination', job_count: 3, total_revenue: 0 },
      ],
    ],
    [
      'top_destination_cities',
      {},
      4, // J1 to J4 name a city
      [
        {
          destination_city: 'Tulsa',
          destination_state: 'OK',
          job_count: 2,
          booked_jobs: 1,
          closed_jobs: 1,
          total_revenue: 2400,
          avg_job_value: 1200,
          unique_customers: 2,
          branches_serving: 1,
        },
        {
          destination_city: 'Dallas',
          destination_state: 'TX',
          job_count: 1,
          booked_jobs: 0,
          closed_jobs: 1,
          total_revenue: 1000,
          avg_job_value: 1000,
          unique_customers: 1,
          branches_serving: 1,
        },
      ],
    ],
    [
      'top_origin_cities',
      {},
      4, // J1 to J4 name a city
      [
        {
          origin_city: 'Dallas',
          origin_state: 'TX',
          job_count: 3,
          booked_jobs: 1,
          closed_jobs: 2,
          total_revenue: 1940,
          avg_job_value: 646.67,
          unique_customers: 1,
          branches_serving: 1,
        },
        {
          origin_city: 'Austin',
          origin_state: 'TX',
          job_count: 1,
          booked_jobs: 0,
          closed_jobs: 1,
          total_revenue: 2000,
          avg_job_value: 2000,
          unique_customers: 1,
          branches_serving: 1,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
