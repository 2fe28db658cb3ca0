import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { type PlayedYear, playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// Questions that the documents do not have, over the rows that play-year.ts lists.
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

describe('further questions', () => {
  it.each<Case>([
    [
      'money_by_currency',
      {},
      8,
      [
        { currency: 'USD', sold_jobs: 4, total_revenue: 3940 },
        { currency: 'CAD', sold_jobs: 1, total_revenue: 50 },
      ],
    ],
    // January 2024: Ben's first job (2,000) and Ada's second (540): 540 / 2,540 = 21.26 %.
    ['repeat_revenue', {}, 5, [{ month: '2024-01-01', currency: 'USD', new_revenue: 2000, repeat_revenue: 540, repeat_percent: 21.26 }]],
    // Quoted in February: J3 booked, J6 not, J7 booked and cancelled.
    ['true_conversion', {}, 5, [{ month: '2024-02-01', quoted_jobs: 3, ever_booked: 2, still_booked: 1, ever_booked_percent: 66.67 }]],
    // Only L6 is open: it came on February 1.
    ['lead_ageing', { as_of: '2024-02-15' }, 1, [{ age: '8-30 days', open_leads: 1, oldest_days: 14 }]],
    [
      'lost_reason_by_price',
      {},
      1,
      [{ reason: 'price', price_band: 'under 500', lost_leads: 1, lost_value: 300, share_of_reason_percent: 100 }],
    ],
    // Google: 10 and 300 minutes and one without: the median is 155, nine tenths of the way 271.
    [
      'speed_to_lead',
      {},
      4,
      [
        {
          lead_source_name: 'Google',
          total_leads: 3,
          leads_with_a_time: 2,
          median_minutes: 155,
          p90_minutes: 271,
          within_an_hour_percent: 50,
        },
      ],
    ],
    // J3 alone lies in the 28 days from then on.
    ['capacity_by_day', { as_of: '2024-02-15' }, 1, [{ day: '2024-03-01', branch_name: 'Dallas', jobs: 1, revenue: 400 }]],
    // Sam: 100 of 900 above, 60 of 600 below: 11.11 % and 10 %.
    [
      'estimate_accuracy',
      {},
      2, // J1 and J2 have both totals
      [{ sales_person_name: 'Sam', total_jobs: 2, mean_miss_percent: 10.56, within_10_percent: 50, over_10_percent: 50 }],
    ],
    [
      'sales_person_ramp',
      {},
      3, // J1, J4 and J3; J2 is in Sam's thirteenth month
      [
        { sales_person_name: 'Tia', month_of_work: 0, total_revenue: 2000 },
        { sales_person_name: 'Tia', month_of_work: 2, total_revenue: 400 },
      ],
    ],
  ])('%s tells what the rows say', async (id, parameters, rowsCounted, rows) => {
    const answer = await stage.ask(id, parameters);
    for (const row of rows) expect(answer.rows).toContainEqual(expect.objectContaining(row));
    expect(answer.receipt.rowsCounted).toBe(rowsCounted);
  });

  it('revenue_attribution gives all revenue away under each rule', async () => {
    // Ada asked Google (2023) only; a later lead of hers from Friend shares what came after it.
    const { rows: before } = await stage.ask('revenue_attribution', { currency: 'USD' });
    expect(before.map((row) => [row.rule, row.lead_source_name, row.total_revenue])).toEqual([
      ['first', 'Friend', 2000],
      ['first', 'Google', 1940],
      ['last', 'Friend', 2000],
      ['last', 'Google', 1940],
      ['shared', 'Friend', 2000],
      ['shared', 'Google', 1940],
    ]);
    const friend = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
      transaction.one<{ id: string }>(`select id from journey.lead_sources where business_id = $1 and name = 'Friend'`, [
        scratch.businessId,
      ]),
    );
    await stage.lead('Q2', { customer_id: who.ada, lead_source_id: friend.id, received_at: '2024-01-10T18:00Z' });
    const { rows } = await stage.ask('revenue_attribution', { currency: 'USD' });
    // J1 (1,000) came before it; J2 and J3 (940) after: last gives all 940 to Friend, shared half of it.
    expect(rows.map((row) => [row.rule, row.lead_source_name, row.total_revenue])).toEqual([
      ['first', 'Friend', 2000],
      ['first', 'Google', 1940],
      ['last', 'Friend', 2940],
      ['last', 'Google', 1000],
      ['shared', 'Friend', 2470],
      ['shared', 'Google', 1470],
    ]);
  });

  it('job_funnel_as_it_was tells the past, whatever stands now', async () => {
    const jobs = async (asOf: string) => {
      const { rows } = await stage.ask('job_funnel_as_it_was', { as_of: asOf });
      return rows.map((row) => [row.known_jobs, row.stood_quoted, row.stood_booked, row.ever_booked]);
    };
    expect(await jobs('2022-12-31')).toEqual([]);
    // J1 was quoted on January 1 and booked in the night of January 2, Chicago time.
    expect(await jobs('2023-01-01')).toEqual([[1, 1, 0, 0]]);
    expect(await jobs('2023-01-02')).toEqual([[1, 0, 1, 1]]);
    // By February 3, 2024: J1 and J2 booked, J7 booked; J3 and J6 quoted.
    expect(await jobs('2024-02-03')).toEqual([[5, 2, 3, 3]]);
  });

  it('job_funnel_as_it_was has a job stand as it came until it changed', async () => {
    // Came closed: quoted on May 1, booked on May 3, closed on May 10. Came booked, and was cancelled on May 20.
    const austin = await stage.branch('Austin');
    const came = {
      branch_id: austin,
      created_at_utc: '2024-05-01T18:00Z',
      booked_at_utc: '2024-05-03T18:00Z',
      created_at: '2024-05-12T18:00Z',
    };
    await stage.job({ ...came, opportunity_status: 'CLOSED', closed_at_utc: '2024-05-10T18:00Z' });
    const second = await stage.job({ ...came, opportunity_status: 'CANCELLED' });
    await stage.add('journey.status_changes', {
      source: 'journey.jobs',
      row_id: second,
      previous_status: 'BOOKED',
      status: 'CANCELLED',
      recorded_at: '2024-05-20T18:00Z',
    });
    const stood = async (asOf: string) => {
      const { rows } = await stage.ask('job_funnel_as_it_was', { as_of: asOf, branch: 'Austin' });
      return rows.map((row) => [
        row.stood_quoted,
        row.stood_booked,
        row.stood_closed,
        row.stood_cancelled,
        row.ever_booked,
        row.ever_closed,
      ]);
    };
    expect(await stood('2024-05-02')).toEqual([[2, 0, 0, 0, 0, 0]]);
    expect(await stood('2024-05-04')).toEqual([[0, 2, 0, 0, 2, 0]]);
    expect(await stood('2024-05-10')).toEqual([[0, 1, 1, 0, 2, 1]]);
    expect(await stood('2024-05-20')).toEqual([[0, 0, 1, 1, 2, 1]]);
  });

  it('household_value adds up the people of a household, each once', async () => {
    const household = await stage.add('customers.households', {
      value_kind: 'phone',
      value: '+12145550101',
      created_at: '2024-01-01T00:00Z',
    });
    for (const customer of [who.ada, who.ben, who.cy]) {
      await scratch.database.inBusiness(scratch.businessId, (transaction) =>
        transaction.run('insert into customers.household_members (business_id, household_id, customer_id) values ($1, $2, $3)', [
          scratch.businessId,
          household,
          customer,
        ]),
      );
    }
    const { rows } = await stage.ask('household_value');
    expect(rows).toEqual([
      { household_id: household, shared: 'phone', people: 3, currency: 'USD', buyers: 2, sold_jobs: 4, total_revenue: 3940 },
    ]);
  });

  it('bookings_and_unbookings counts events by booking day', async () => {
    const opportunity = await stage.opportunity('Q9', {});
    const event = { booked_opportunity_id: opportunity, quote_number: 'Q9', recorded_at: '2024-05-02T12:00Z' };
    await stage.add('journey.booking_events', { ...event, event: 'booked', booked_date: '2024-04-01', amount: 100 });
    await stage.add('journey.booking_events', { ...event, event: 'rebooked', booked_date: '2024-04-20', amount: 120 });
    await stage.add('journey.booking_events', { ...event, event: 'unbooked' });
    const { rows } = await stage.ask('bookings_and_unbookings');
    expect(rows.map((row) => [row.month, row.event, row.events, row.amount])).toEqual([
      ['2024-04-01', 'booked', 1, 100],
      ['2024-04-01', 'rebooked', 1, 120],
      ['2024-05-01', 'unbooked', 1, 0],
    ]);
  });
});
