import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Questions of revenue, customers and referrals that the documents do not have, over the rows that play-year.ts lists.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
});
afterAll(() => scratch.drop());

type Case = [id: string, parameters: Record<string, string>, rowsCounted: number, rows: Record<string, unknown>[]];

describe('further questions of money', () => {
  it.each<Case>([
    // In the first quarter of 2024 J2 540, J3 400 and J7 700 were booked; the quarter before it has nothing to compare with.
    [
      'bookings_by_period',
      { period: 'quarter' },
      4,
      [
        { period: '2023-01-01', bookings: 1, booked_value: 1000, standing_value: 1000, previous_value: null },
        { period: '2023-07-01', bookings: 0, booked_value: 0, previous_value: 0 },
        {
          period: '2024-01-01',
          bookings: 3,
          booked_value: 1640,
          cancelled_since: 1,
          standing_value: 940,
          previous_value: 0,
          change_percent: null,
        },
      ],
    ],
    // 2000 of 3940 is 50.76 %; 4 people for 10 hours.
    [
      'revenue_by_price_band',
      { currency: 'USD' },
      4,
      [
        { price_band: '2,000-4,999', sold_jobs: 1, job_share_percent: 25, revenue_share_percent: 50.76, revenue_per_crew_hour: 50 },
        { price_band: 'under 500', sold_jobs: 1, total_revenue: 400, revenue_per_crew_hour: null },
      ],
    ],
    // January 2024: J2 was quoted and booked, J2 and J4 were served; J4 has neither of the other days.
    [
      'revenue_by_date_basis',
      { currency: 'USD' },
      4,
      [
        { month: '2024-01-01', quoted_revenue: 540, booked_revenue: 540, served_revenue: 2540, served_jobs: 2 },
        { month: '2023-05-01', quoted_revenue: 0, booked_revenue: 0, served_revenue: 0, quoted_jobs: 0 },
        { month: null, quoted_revenue: 2000, booked_revenue: 2000, served_revenue: 0, quoted_jobs: 1, served_jobs: 0 },
      ],
    ],
    // J2 and J4, against J1 in the same days of 2023: 1540 more than 1000.
    [
      'year_to_date',
      { as_of: '2024-02-15', currency: 'USD' },
      3, // J1, J2 and J4
      [
        {
          branch_name: 'Dallas',
          fiscal_year: 2024,
          first_day: '2024-01-01',
          sold_jobs: 2,
          revenue: 2540,
          last_year_jobs: 1,
          last_year_revenue: 1000,
          change_percent: 154,
          last_year_whole_revenue: 1000,
        },
      ],
    ],
    // J2 on Monday, J4 on Saturday; three weeks before are empty: 2540 / 4. 52 weeks before is the week after J1's.
    [
      'weekly_summary',
      { currency: 'USD' },
      4,
      [
        {
          week: '2024-01-15',
          sold_jobs: 2,
          total_revenue: 2540,
          previous_week_revenue: 0,
          four_week_moving_avg: 635,
          year_before_revenue: 0,
        },
      ],
    ],
    [
      'quoted_and_billed',
      {},
      3,
      [
        { month: '2023-01-01', with_both: 1, difference_amount: 100, difference_percent: 11.11, not_invoiced: 0 },
        { month: '2024-01-01', with_both: 0, difference_percent: null, not_invoiced: 1, not_invoiced_amount: 2000 },
        { month: '2024-02-01', opportunities: 1, not_invoiced: 0, not_invoiced_amount: 0 },
      ],
    ],
    // Ben 2000, Ada 1940.
    [
      'customer_concentration',
      { currency: 'USD' },
      4,
      [
        { tenth: 1, customers: 1, total_revenue: 2000, revenue_share_percent: 50.76, cumulative_share_percent: 50.76 },
        { tenth: 2, customers: 1, sold_jobs: 3, total_revenue: 1940, cumulative_share_percent: 100 },
      ],
    ],
    // Ada's second job came 370 days after the first; 940 of her 1940.
    [
      'repeat_chains',
      { currency: 'USD' },
      4,
      [
        {
          first_lead_source_name: 'Google',
          customers: 1,
          came_back_percent: 100,
          later_jobs: 2,
          first_revenue: 1000,
          later_revenue: 940,
          later_share_percent: 48.45,
          median_days_to_second: 370,
        },
        { first_lead_source_name: 'Friend', customers: 1, came_back: 0, later_revenue: 0, median_days_to_second: null },
      ],
    ],
    [
      'referral_chains',
      {},
      5,
      [
        { chain: 'Google → Friend', steps: 2, customers: 1, sold_jobs: 3, total_revenue: 1940 },
        { chain: 'Friend', steps: 1, customers: 1, sold_jobs: 1, total_revenue: 2000 },
        { chain: '(no source)', currency: 'CAD', total_revenue: 50 },
      ],
    ],
    // January 2024: Ada returned (J2), Ben was referred (J4). January 2023: Ada came from Google.
    [
      'referral_share_by_month',
      { currency: 'USD' },
      4,
      [
        { month: '2023-01-01', other_revenue: 1000, without_advertising_percent: 0 },
        { month: '2023-05-01', total_revenue: 0, without_advertising_percent: null },
        { month: '2024-01-01', returning_revenue: 540, referred_revenue: 2000, other_revenue: 0, without_advertising_percent: 100 },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });

  it('revenue_by_date_basis gives the whole revenue under each day', async () => {
    const { rows } = await stage.ask('revenue_by_date_basis', { currency: 'USD' });
    for (const basis of ['quoted_revenue', 'booked_revenue', 'served_revenue'])
      expect(rows.reduce((sum, row) => sum + Number(row[basis]), 0)).toBe(3940);
  });

  it('customers_to_win_back leaves out who came since, or has a quote open', async () => {
    const names = async (asOf: string, months: string) =>
      (await stage.ask('customers_to_win_back', { as_of: asOf, months })).rows.map((row) => [
        row.customer_name,
        row.total_revenue,
        row.months_since,
      ]);
    expect(await names('2025-06-01', '12')).toEqual([
      ['Ben', 2000, 16],
      ['Ada', 1940, 15],
      ['Dee', 50, 16],
    ]);
    // By February 20, 2025 Ada's last job is 11 months back.
    expect((await names('2025-02-20', '12')).map(([name]) => name)).toEqual(['Ben', 'Dee']);
    // Cy has only a quote.
    expect(await names('2030-01-01', '12')).toHaveLength(3);
  });
});
