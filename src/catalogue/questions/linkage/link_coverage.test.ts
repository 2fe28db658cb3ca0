import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// USD. Leads: 1 linked to its opportunity and customer (100), 2 booked but not linked (40),
// 3 open (7). Opportunities: 1 with customer and job (invoiced 900 before estimated 800), 2
// without either (300), 4 cancelled without a job (50). Jobs: quote 1 linked (1,000), a walk-in
// closed without quote or customer (60), a quoted one (5), a duplicate (9,999). CAD: one lead.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  const ada = await stage.customer('Ada');
  const sam = await stage.salesPerson('Sam');
  const one = await stage.opportunity('1', { customer_id: ada, status_group: 'booked', invoiced_amount: 900, estimated_amount: 800 });
  await stage.opportunity('2', { status_group: 'booked', estimated_amount: 300 });
  await stage.opportunity('4', { customer_id: ada, status_group: 'cancelled', estimated_amount: 50 });
  const lead = await stage.lead('1', { booked_opportunity_id: one, customer_id: ada, status_group: 'booked', estimated_revenue: 100 });
  await stage.lead('2', { status_group: 'closed', estimated_revenue: 40, customer_id: ada });
  await stage.lead('3', { status_group: 'open', estimated_revenue: 7 });
  await stage.lead('5', { status_group: 'open', estimated_revenue: 3, branch_id: calgary, customer_id: ada });
  await stage.job({ quote_number: '1', customer_id: ada, opportunity_status: 'CLOSED', total_actual_cost: 1000 });
  await stage.job({ opportunity_status: 'CLOSED', total_actual_cost: 60 });
  await stage.job({ quote_number: '3', customer_id: ada, opportunity_status: 'QUOTED', total_estimated_cost: 5 });
  await stage.job({ opportunity_status: 'CLOSED', total_actual_cost: 9999, is_duplicate: true });
  await stage.lostLead('3', { estimated_amount: 7 });
  await stage.badLead({ lead_status_id: lead });
  await stage.badLead({ customer_id: ada });
  await stage.add('journey.sales_performance', { name: 'Sam', sales_person_id: sam, booked_total: 500 });
  await stage.add('journey.sales_performance', { name: 'Sue', booked_total: 30 });
  await stage.add('journey.user_performance', { name: 'Sam (English)' });
});
afterAll(() => scratch.drop());

describe('link_coverage', () => {
  it('tells rows and money that are linked, unlinked and missing at each joint', async () => {
    const { rows } = await stage.ask('link_coverage', { currency: 'USD' });
    // joint, currency, total, linked, unlinked, missing, percent, linked money, unlinked money, missing money
    expect(rows.map((row) => Object.values(row))).toEqual([
      ['lead → opportunity', 'USD', 3, 1, 2, 1, 33.33, 100, 47, 40],
      ['lead → customer', 'USD', 3, 2, 1, 1, 66.67, 140, 7, 7],
      ['opportunity → customer', 'USD', 3, 2, 1, 1, 66.67, 950, 300, 300],
      ['opportunity → job', 'USD', 3, 1, 2, 1, 33.33, 900, 350, 300],
      ['job → customer', 'USD', 3, 2, 1, 1, 66.67, 1005, 60, 60],
      ['job → opportunity', 'USD', 3, 1, 2, 1, 33.33, 1000, 65, 60],
      ['lost lead → opportunity', 'USD', 1, 0, 1, 0, 0, 0, 7, 0],
      ['bad lead → lead', 'USD', 2, 1, 1, 0, 50, null, null, null],
      ['bad lead → customer', 'USD', 2, 1, 1, 1, 50, null, null, null],
      ['sales performance → sales person', 'USD', 2, 1, 1, 1, 50, 500, 30, 30],
      ['call performance → sales person', 'USD', 1, 0, 1, 1, 0, null, null, null],
    ]);
  });

  it('keeps currencies apart and accounts for every row', async () => {
    const all = await stage.ask('link_coverage');
    expect(all.rows.filter((row) => row.currency === 'CAD').map((row) => [row.joint, row.unlinked_amount])).toEqual([
      ['lead → opportunity', 3],
      ['lead → customer', 0],
    ]);
    expect(all.receipt).toMatchObject({
      rowsCounted: 16,
      excluded: [{ reason: 'marked as duplicate', rows: 1 }],
      currency: ['CAD', 'USD'],
    });
    const usd = await stage.ask('link_coverage', { currency: 'USD' });
    expect(usd.receipt).toMatchObject({
      rowsCounted: 15,
      excluded: [
        { reason: 'marked as duplicate', rows: 1 },
        { reason: 'another currency', rows: 1 },
      ],
    });
  });
});
