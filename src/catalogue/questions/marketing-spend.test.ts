import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { playYear } from '../testing/play-year.ts';
import { type Stage, stageOf } from '../testing/stage.ts';

// What marketing costs and returns, over the rows that play-year.ts lists and these lines of spend:
// Google 200 and 100 in January 2024, Radio 100 in January and 50 in February; nothing for Friend.
const JANUARY = { date_from: '2024-01-01', date_to: '2024-02-01' };
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  await playYear(stage);
  const radio = await stage.leadSource('Radio', 'Advertising');
  const google = await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.one<{ id: string }>(`select id from journey.lead_sources where business_id = $1 and name = 'Google'`, [scratch.businessId]),
  );
  await stage.spend('GOOGLE', '2024-01-01', 200, { lead_source_id: google.id });
  await stage.spend('Google', '2024-01-01', 100, { lead_source_id: google.id, campaign: 'Spring' });
  await stage.spend('Radio', '2024-01-01', 100, { lead_source_id: radio });
  await stage.spend('Radio', '2024-02-01', 50, { lead_source_id: radio });
});
afterAll(() => scratch.drop());

describe('marketing spend', () => {
  it('marketing_return_by_source: January 2024 by hand', async () => {
    const { rows, receipt } = await stage.ask('marketing_return_by_source', { ...JANUARY, currency: 'USD' });
    // Google: L5 came, J2 (540) was served, Ada was a customer before: 300 / 1, 540 / 300, 240 / 300.
    // Radio: 100 for nothing. Friend: L4, J4 (2000) and Ben, but nobody wrote down what was spent.
    expect(rows).toEqual([
      expect.objectContaining({
        lead_source_name: 'Google',
        spend: 300,
        leads: 1,
        good_leads: 1,
        bookings: 1,
        new_customers: 0,
        total_revenue: 540,
        cost_per_lead: 300,
        cost_per_booking: 300,
        cost_per_new_customer: null,
        revenue_per_unit_spent: 1.8,
        return_percent: 80,
      }),
      expect.objectContaining({
        lead_source_name: 'Radio',
        spend: 100,
        leads: 0,
        cost_per_lead: null,
        revenue_per_unit_spent: 0,
        return_percent: -100,
      }),
      expect.objectContaining({
        lead_source_name: 'Friend',
        spend: null,
        leads: 1,
        new_customers: 1,
        total_revenue: 2000,
        cost_per_lead: null,
        cost_per_new_customer: null,
        return_percent: null,
      }),
    ]);
    expect(receipt).toMatchObject({ rowsCounted: 3, excluded: [{ reason: 'outside the months asked for', rows: 1 }] });
  });

  it('marketing_return_by_category adds sources of a kind up', async () => {
    const { rows } = await stage.ask('marketing_return_by_category', { currency: 'USD' });
    // Online is Google over all time: L1, L5, L6; J1 1000 and J2 540 of Ada, who is new once. 300 / 3, 1240 / 300.
    expect(rows).toContainEqual(
      expect.objectContaining({
        category: 'Online',
        spend: 300,
        leads: 3,
        bookings: 2,
        new_customers: 1,
        cost_per_lead: 100,
        return_percent: 413.33,
      }),
    );
    expect(rows).toContainEqual(expect.objectContaining({ category: 'Advertising', spend: 150, leads: 0 }));
  });

  it('marketing_spend_by_month leaves months without a line empty', async () => {
    const { rows } = await stage.ask('marketing_spend_by_month');
    expect(rows).toContainEqual(expect.objectContaining({ month: '2023-01-01', spend: null, leads: 1, cost_per_lead: null }));
    expect(rows).toContainEqual(
      expect.objectContaining({
        month: '2024-01-01',
        spend: 400,
        sources: 2,
        leads: 2,
        won_leads: 1,
        cost_per_lead: 200,
        cost_per_won_lead: 400,
      }),
    );
    // 50 after 400.
    expect(rows).toContainEqual(expect.objectContaining({ month: '2024-02-01', spend: 50, previous_spend: 400, change_percent: -87.5 }));
    expect(rows).toHaveLength(14);
  });

  it('without any line every figure of cost is empty', async () => {
    const other = stageOf(scratch, await scratch.makeBusiness('no-spend'));
    await playYear(other);
    for (const id of ['marketing_return_by_source', 'marketing_return_by_category', 'marketing_spend_by_month']) {
      const { rows } = await other.ask(id);
      expect(rows.length).toBeGreaterThan(0);
      for (const row of rows)
        for (const [name, value] of Object.entries(row))
          if (/^(spend|cost_|return_|revenue_per)/.test(name)) expect(value, `${id} ${name}`).toBeNull();
    }
  });
});
