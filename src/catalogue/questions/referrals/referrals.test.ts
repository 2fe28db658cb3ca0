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

describe('questions of referrals', () => {
  it.each<Case>([
    [
      'affiliate_customer_lifetime_value',
      {},
      1, // J3
      [
        {
          affiliate_name: 'Partner Co',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 400,
          avg_jobs_per_customer: 1,
          avg_lifetime_value: 400,
          median_lifetime_value: 400,
          avg_customer_lifetime_years: 0,
          revenue_per_customer: 400,
        },
      ],
    ],
    [
      'affiliate_performance',
      {},
      1, // J3
      [
        {
          affiliate_name: 'Partner Co',
          total_jobs: 1,
          customer_count: 1,
          branches_used: 1,
          total_revenue: 400,
          booked_jobs: 1,
          booking_rate: 100,
          completion_rate: 0,
          first_job_date: '2024-03-01',
        },
      ],
    ],
    [
      'referral_source_roi',
      {},
      8,
      [
        {
          referral_source: 'Friend',
          total_jobs: 3,
          customer_count: 2,
          booked_opportunities: 2,
          total_leads: 1,
          total_revenue: 2400,
          conversion_rate: 100,
          revenue_per_lead: 2400,
          revenue_per_customer: 1200,
        },
        {
          referral_source: 'Google',
          total_jobs: 4,
          customer_count: 2,
          booked_opportunities: 1,
          total_leads: 3,
          total_revenue: 1540,
          conversion_rate: 33.33,
          revenue_per_lead: 513.33,
          revenue_per_customer: 1540,
        },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
