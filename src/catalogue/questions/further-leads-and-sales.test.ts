import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { type PlayedYear, playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Questions that the documents do not have, over the rows that play-year.ts lists (days are Chicago's).
let scratch: ScratchDatabase;
let stage: Stage;
let who: PlayedYear;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  who = await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('further questions of leads and sales', () => {
  it.each<Case>([
    // January 2024: L4 won, L5 lost: 1 of 2. February: L6 open. June 2023 is empty, so it has no rates.
    [
      'lead_outcomes_by_month',
      {},
      4,
      [
        { month: '2023-06-01', total_leads: 0, conversion_percent: null, open_percent: null },
        { month: '2024-01-01', total_leads: 2, quoted_leads: 2, won_leads: 1, lost_leads: 1, open_leads: 0, conversion_percent: 50 },
        { month: '2024-02-01', total_leads: 1, won_leads: 0, open_leads: 1, conversion_percent: 0, open_percent: 100 },
      ],
    ],
    // 18:00 in UTC is noon in Chicago; January 1, 2023 was a Sunday.
    [
      'lead_arrivals_by_hour',
      {},
      4,
      [{ weekday_number: 7, weekday: 'Sunday', hour: 12, total_leads: 1, leads_with_a_time: 1, median_minutes: 10, won_percent: 100 }],
    ],
    [
      'leads_to_call',
      { as_of: '2024-02-15' },
      1,
      [{ quote_number: 'Q6', was_called: false, waiting_days: 14, lead_source_name: 'Google', sales_person_name: 'Sam' }],
    ],
    ['loss_reasons_by_month', {}, 1, [{ month: '2024-01-01', reason: 'price', lost_leads: 1, lost_value: 300, share_percent: 100 }]],
    // January 2024: L5 from Google, L4 from Friend; in February Google has L6, after one in January.
    [
      'lead_source_mix_by_month',
      {},
      4,
      [
        { month: '2024-01-01', lead_source_name: 'Friend', total_leads: 1, share_percent: 50, won_percent: 100, previous_month_leads: 0 },
        { month: '2024-02-01', lead_source_name: 'Google', total_leads: 1, share_percent: 100, won_percent: 0, previous_month_leads: 1 },
      ],
    ],
    [
      'open_quotes_to_chase',
      { as_of: '2024-02-15' },
      1,
      [{ job_number: 'Q6-1', customer_name: 'Cy', quote_day: '2024-02-01', age_days: 14, days_to_move: -5, quoted_amount: 250 }],
    ],
    [
      'open_quotes_by_age',
      { as_of: '2024-02-15' },
      1,
      [{ age: '8-14 days', open_quotes: 1, quoted_amount: 250, share_percent: 100, past_move_date: 1 }],
    ],
    // Sam: of the year before only J2 has a day of the quote and is decided: 540 of 540 won.
    [
      'pipeline_worth',
      { as_of: '2024-02-15' },
      1,
      [{ sales_person_name: 'Sam', open_amount: 250, decided_quotes: 1, won_percent: 100, expected_revenue: 250 }],
    ],
    // Of 2024: Tia booked J3 400 and J7 700, Sam J2 540; 1100 of 1640 is 67.07 %.
    [
      'sales_leaderboard',
      { period: 'year' },
      4,
      [
        {
          period: '2024-01-01',
          rank: 1,
          sales_person_name: 'Tia',
          bookings: 2,
          booked_value: 1100,
          still_standing: 1,
          cancelled_since: 1,
          share_percent: 67.07,
        },
        { period: '2024-01-01', rank: 2, sales_person_name: 'Sam', bookings: 1, booked_value: 540, share_percent: 32.93 },
        { period: '2023-01-01', rank: 1, sales_person_name: 'Sam', booked_value: 1000 },
      ],
    ],
    // Tia: J7 of J3 and J7 is cancelled, 700 of 1100.
    [
      'cancellation_rate',
      {},
      4,
      [
        {
          sales_person_name: 'Tia',
          ever_booked: 2,
          cancelled_jobs: 1,
          cancelled_percent: 50,
          cancelled_value: 700,
          cancelled_value_percent: 63.64,
        },
        { sales_person_name: 'Sam', ever_booked: 2, cancelled_jobs: 0, cancelled_percent: 0, cancelled_value: 0 },
      ],
    ],
    // Booked 8, 11, 10 and 10 days ahead (February 2024 has 29): 1000 + 540 + 400 + 700.
    [
      'booking_lead_time',
      {},
      4,
      [{ span: '8-14 days', branch_name: 'Dallas', bookings: 4, share_percent: 100, booked_value: 2640, cancelled_percent: 25 }],
    ],
    [
      'lost_reasons_by_sales_person',
      {},
      1,
      [{ sales_person_name: 'Sam', reason: 'price', lost_leads: 1, lost_value: 300, share_percent: 100, median_minutes: null }],
    ],
    // Under 500: J3 booked, J5 lost, J6 open. 500-999: J1 and J2 won, J7 cancelled. J4 has no quote, so its 2000 counts.
    [
      'win_rate_by_price_band',
      {},
      8,
      [
        {
          price_band: 'under 500',
          currency: 'USD',
          total_jobs: 3,
          won_jobs: 1,
          lost_jobs: 1,
          open_jobs: 1,
          win_percent: 50,
          total_revenue: 400,
        },
        { price_band: '500-999', currency: 'USD', total_jobs: 3, won_jobs: 2, cancelled_jobs: 1, win_percent: 66.67, total_revenue: 1540 },
        { price_band: '2,000-4,999', currency: 'USD', total_jobs: 1, win_percent: 100, total_revenue: 2000 },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });

  it('lead_outcomes_by_month has every month from the first to the last', async () => {
    const { rows } = await stage.ask('lead_outcomes_by_month');
    // January 2023 to February 2024.
    expect(rows).toHaveLength(14);
  });

  it('lead_pool_as_it_was tells the past, whatever stands now', async () => {
    const google = async (asOf: string) => {
      const { rows } = await stage.ask('lead_pool_as_it_was', { as_of: asOf, lead_source: 'Google' });
      return rows.map((row) => [row.known_leads, row.stood_booked, row.stood_closed, row.stood_lost, row.ever_quoted, row.ever_booked]);
    };
    expect(await google('2022-12-31')).toEqual([]);
    // L1 closed, L5 lost, both as they came; L5 was quoted on the day it came.
    expect(await google('2024-01-31')).toEqual([[2, 0, 1, 1, 2, 1]]);
    const [lead] = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.rows<{ id: string }>(`select id from journey.lead_status where business_id = $1 and quote_number = 'Q5'`, [
        scratch.businessId,
      ]),
    );
    await stage.add('journey.status_changes', {
      source: 'journey.lead_status',
      row_id: lead?.id ?? '',
      previous_status: 'Booked',
      status: 'Lost - Price too high',
      recorded_at: '2024-01-30T18:00Z',
    });
    expect(await google('2024-01-29')).toEqual([[2, 1, 1, 0, 2, 2]]);
    expect(await google('2024-01-31')).toEqual([[2, 0, 1, 1, 2, 2]]);
  });

  it('won_back_leads counts a job for the last loss before it, once', async () => {
    expect((await stage.ask('won_back_leads')).rows).toEqual([
      {
        reason: 'price',
        currency: 'USD',
        lost_leads: 1,
        known_customers: 1,
        won_back_leads: 0,
        won_back_percent: 0,
        won_back_revenue: 0,
        median_days: null,
      },
    ]);
    // Cy was lost on January 10 too; the job booked on February 3 comes ten days after the loss of January 24.
    await stage.lostLead('Q0', { customer_id: who.cy, reason: 'price', lost_date: '2024-01-10' });
    await stage.job({ customer_id: who.cy, opportunity_status: 'CLOSED', total_actual_cost: 800, booked_at_utc: '2024-02-03T18:00Z' });
    expect((await stage.ask('won_back_leads')).rows).toEqual([
      {
        reason: 'price',
        currency: 'USD',
        lost_leads: 2,
        known_customers: 2,
        won_back_leads: 1,
        won_back_percent: 50,
        won_back_revenue: 800,
        median_days: 10,
      },
    ]);
  });
});
