import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
// Sam: J1, J2, J5, J6; his report books 2 of 4. Tia: J3 (Ada), J4 and J7 (Ben), Q4 and Q7 of Ben. Sam's calls: 10 of 40 came in.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('questions of sales', () => {
  it.each<Case>([
    [
      'performance_trends',
      {},
      8,
      [
        {
          performance_type: 'sales_person',
          month: '2024-03-01',
          performer_name: 'Tia',
          jobs_handled: 1,
          booked_jobs: 1,
          closed_jobs: 0,
          revenue: 400,
          booking_rate_percent: 100,
        },
        {
          performance_type: 'sales_person',
          month: '2023-01-01',
          performer_name: 'Sam',
          jobs_handled: 1,
          booked_jobs: 0,
          closed_jobs: 1,
          revenue: 1000,
          booking_rate_percent: 100,
        },
      ],
    ],
    [
      'sales_person_cross_module',
      {},
      14, // J8 names no seller
      [
        {
          sales_person_name: 'Sam',
          sales_performance_name: 'Sam S',
          leads_received: 4,
          bad: 1,
          percent_booked: 50,
          total_customer_jobs: 4,
          quoted_jobs: 1,
          total_booked_opportunities: 1,
          unique_customers_from_opportunities: 1,
        },
        {
          sales_person_name: 'Tia',
          total_customer_jobs: 3,
          booked_jobs: 1,
          closed_jobs: 1,
          quoted_jobs: 0,
          unique_customers_from_jobs: 2,
          booked_opportunities_with_customers: 2,
          unique_customers_from_opportunities: 1,
          branches_worked: 1,
        },
      ],
    ],
    [
      'sales_person_customer_analysis',
      {},
      11, // J8 names no seller
      [
        {
          sales_person_name: 'Tia',
          customer_name: 'Ben',
          customer_job_count: 1,
          customer_revenue: 2000,
          first_customer_job_date: '2024-01-20',
          opportunity_count: 2,
          first_opportunity_date: '2024-01-10',
          first_lead_date: '2024-01-02',
          total_customer_value: 2000,
        },
        {
          sales_person_name: 'Sam',
          customer_name: 'Cy',
          customer_job_count: 0,
          customer_revenue: 0,
          opportunity_count: 0,
          opportunity_revenue: 0,
          lead_count: 2,
          first_lead_date: '2024-01-20',
          customer_relationship_type: 'Lead',
        },
      ],
    ],
    [
      'user_call_performance',
      {},
      1,
      [
        {
          name: 'Sam S (English)',
          total_calls: 40,
          inbound_count: 10,
          outbound_count: 30,
          inbound_percentage: 25,
          outbound_percentage: 75,
        },
      ],
    ],
    [
      'user_performance_cross_module',
      {},
      8, // Sam's J1, J2, J5, J6, Q1, L1, L5, L6
      [
        {
          user_name: 'Sam',
          user_performance_name: 'Sam S (English)',
          total_calls: 40,
          inbound_count: 10,
          total_customer_jobs: 4,
          lost_jobs: 1,
          unique_customers_from_jobs: 2,
          total_opportunity_revenue: 1000,
          branches_worked: 1,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
