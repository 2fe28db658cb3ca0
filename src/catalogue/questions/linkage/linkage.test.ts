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

describe('questions of linkage', () => {
  it.each<Case>([
    [
      'lead_status_to_customer',
      {},
      4,
      [
        {
          quote_number: 'Q6',
          lead_status: 'New',
          lead_status_sales_person: 'Sam',
          lead_status_branch_name: 'Dallas',
          lead_status_referral_source: 'Google',
          customer_name: 'Cy',
          total_customer_jobs: 0,
          total_customer_revenue: 0,
          conversion_status: 'Not Converted',
        },
        {
          quote_number: 'Q1',
          lead_status: 'Closed',
          lead_status_sales_person: 'Sam',
          lead_status_branch_name: 'Dallas',
          time_to_contact: '10 min',
          booked_opportunity_sales_person: 'Sam',
          customer_name: 'Ada',
          total_customer_revenue: 1940,
          last_customer_job_date: '2024-03-01',
        },
      ],
    ],
    [
      'lead_to_customer_traceability',
      {},
      7,
      [
        {
          quote_number: 'Q6',
          lead_source: 'lead_status',
          lead_status: 'New',
          lead_sales_person: 'Sam',
          lead_branch_name: 'Dallas',
          lead_referral_source: 'Google',
          final_customer_name: 'Cy',
          customer_job_count: 0,
          customer_revenue: 0,
        },
        {
          quote_number: 'Q1',
          lead_source: 'bad_leads',
          lead_status: 'No answer',
          lead_referral_source: 'Google',
          booked_sales_person: 'Sam',
          final_customer_name: 'Ada',
          final_customer_phone: '+12145550101',
          customer_revenue: 1940,
          journey_status: 'Converted to Customer',
        },
      ],
    ],
    [
      'lost_lead_to_customer',
      {},
      1,
      [
        {
          quote_number: 'Q5',
          lost_lead_name: 'Cy',
          lost_date: '2024-01-24',
          move_date: '2024-01-25',
          reason: 'price',
          lead_status_sales_person: 'Sam',
          time_to_contact: '5h',
          total_customer_jobs: 0,
          conversion_status: 'Lost',
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
