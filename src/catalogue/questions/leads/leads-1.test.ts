import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { playYear } from '../../testing/play-year.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Figures are worked out by hand from the rows that play-year.ts lists: J1 to J9, L1 to L6.
// Online: L1, L5 and L6, of which L1 and L5 were quoted (66.67 %); Q1; J1 and J2. Referral: L4; Q4 and Q7, of which one closed; J3 and J4.
// Ada came through Online: 1000 + 540 + 400 over 416 days, 1.14 years. Sam's times: (10 + 300) / 2 = 155.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('questions of leads', () => {
  it.each<Case>([
    [
      'bad_lead_reason_patterns',
      {},
      2,
      [
        {
          lead_bad_reason: 'No answer',
          lead_source_category: 'Online',
          provider: 'Google',
          total_bad_leads: 1,
          unique_customers: 1,
          lead_sources_count: 1,
          first_received: '2023-01-01',
          last_received: '2023-01-01',
          avg_days_to_move: 10,
        },
        {
          lead_bad_reason: 'Wrong number',
          lead_source_category: 'Online',
          provider: 'Google',
          total_bad_leads: 1,
          unique_customers: 1,
          lead_sources_count: 1,
          first_received: '2024-01-03',
          last_received: '2024-01-03',
          percentage_of_bad_leads: 50,
        },
      ],
    ],
    [
      'bad_leads_analysis',
      {},
      2,
      [
        {
          provider: 'Google',
          lead_bad_reason: 'No answer',
          bad_lead_count: 1,
          unique_customers: 1,
          unique_emails: 0,
          earliest_lead: '2023-01-01',
          latest_lead: '2023-01-01',
        },
        {
          provider: 'Google',
          lead_bad_reason: 'Wrong number',
          bad_lead_count: 1,
          unique_customers: 1,
          unique_emails: 1,
          earliest_lead: '2024-01-03',
          latest_lead: '2024-01-03',
        },
      ],
    ],
    [
      'category_conversion_funnel',
      {},
      15, // J5, J6 and J7 were not sold
      [
        {
          category: 'Online',
          total_leads: 3,
          quoted_leads: 2,
          booked_opportunities: 1,
          closed_opportunities: 1,
          jobs: 2,
          lost_leads: 1,
          lead_to_quote_rate: 66.67,
          booking_to_closed_rate: 100,
        },
        {
          category: 'Referral',
          total_leads: 1,
          quoted_leads: 1,
          booked_opportunities: 2,
          closed_opportunities: 1,
          jobs: 2,
          lost_leads: 0,
          lead_to_quote_rate: 100,
          booking_to_closed_rate: 50,
        },
      ],
    ],
    [
      'category_customer_lifetime_value',
      {},
      5,
      [
        {
          category: 'Referral',
          customer_count: 1,
          total_jobs: 1,
          total_revenue: 2000,
          avg_jobs_per_customer: 1,
          avg_lifetime_value: 2000,
          median_lifetime_value: 2000,
          avg_customer_lifetime_years: 0,
          revenue_per_customer: 2000,
        },
        {
          category: 'Online',
          customer_count: 1,
          total_jobs: 3,
          total_revenue: 1940,
          avg_jobs_per_customer: 3,
          avg_lifetime_value: 1940,
          median_lifetime_value: 1940,
          avg_customer_lifetime_years: 1.14,
          revenue_per_customer: 1940,
        },
      ],
    ],
    [
      'lead_response_performance',
      {},
      4,
      [
        {
          sales_person_name: 'Sam',
          branch_name: 'Dallas',
          lead_source_name: 'Google',
          total_leads: 3,
          converted_leads: 1,
          fast_response_leads: 1,
          avg_response_minutes: 155,
          conversion_rate: 33.33,
          fast_response_rate: 50,
        },
        {
          sales_person_name: 'Tia',
          branch_name: 'Dallas',
          lead_source_name: 'Friend',
          total_leads: 1,
          converted_leads: 1,
          fast_response_leads: 0,
          avg_response_minutes: 90,
          conversion_rate: 100,
          fast_response_rate: 0,
        },
      ],
    ],
    [
      'lead_response_time',
      {},
      4,
      [
        { quote_number: 'Q5', time_to_contact: '5h', minutes_to_contact: 300, response_category: 'Slow (4-24 hours)' },
        { quote_number: 'Q6', response_category: 'Unknown' },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });
});
