import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// By hand, in USD (the business's currency):
//   January 2025   CLOSED 1,000 (actual before estimated 900), BOOKED 200 (estimated only)  -> 1,200
//   February 2025  nothing
//   April 2025     CLOSED 600                                                              -> 600
//   not counted: a duplicate (5,000), a quote (7,000), a booked job without a day (300)
// and in CAD: March 2025 CLOSED 50.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const calgary = await stage.branch('Calgary', 'CAD');
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-01-01', total_actual_cost: 1000, total_estimated_cost: 900 });
  await stage.job({ opportunity_status: 'BOOKED', job_date: '2025-01-31', total_estimated_cost: 200 });
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-04-30', total_actual_cost: 600 });
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-01-05', total_actual_cost: 5000, is_duplicate: true });
  await stage.job({ opportunity_status: 'QUOTED', job_date: '2025-01-05', total_estimated_cost: 7000 });
  await stage.job({ opportunity_status: 'BOOKED', total_estimated_cost: 300 });
  await stage.job({ opportunity_status: 'CLOSED', job_date: '2025-03-15', total_actual_cost: 50, branch_id: calgary });
});
afterAll(() => scratch.drop());

describe('revenue_trends', () => {
  it('counts booked and closed jobs by month, with empty months as zero and currencies apart', async () => {
    const { rows } = await stage.ask('revenue_trends');
    const monthly = rows
      .filter((row) => row.period_type === 'monthly')
      .map((row) => [
        row.currency,
        row.period,
        row.job_count,
        row.revenue,
        row.booked_revenue,
        row.closed_revenue,
        row.previous_period_revenue,
        row.period_over_period_change_percent,
      ]);
    expect(monthly).toEqual([
      ['CAD', '2025-03-01', 1, 50, 0, 50, null, null],
      ['USD', '2025-01-01', 2, 1200, 200, 1000, null, null],
      ['USD', '2025-02-01', 0, 0, 0, 0, 1200, -100],
      ['USD', '2025-03-01', 0, 0, 0, 0, 0, null],
      ['USD', '2025-04-01', 1, 600, 0, 600, 0, null],
    ]);
  });

  it('compares a quarter with the quarter before and adds up to the same year', async () => {
    const { rows } = await stage.ask('revenue_trends', { currency: 'usd' });
    expect(
      rows.filter((row) => row.period_type === 'quarterly').map((row) => [row.period, row.revenue, row.period_over_period_change_percent]),
    ).toEqual([
      ['2025-01-01', 1200, null],
      ['2025-04-01', 600, -50],
    ]);
    expect(rows.filter((row) => row.period_type === 'yearly').map((row) => [row.period, row.revenue])).toEqual([['2025-01-01', 1800]]);
  });

  it('says on its receipt what was left out and why', async () => {
    const { receipt } = await stage.ask('revenue_trends');
    expect(receipt).toMatchObject({
      rowsCounted: 4,
      currency: ['CAD', 'USD'],
      timeZone: 'America/Chicago',
      dateBasis: 'service day (jobs.job_date)',
    });
    expect(receipt.excluded).toEqual([
      { reason: 'marked as duplicate', rows: 1 },
      { reason: 'neither booked nor closed', rows: 1 },
      { reason: 'no service day', rows: 1 },
    ]);
  });

  it('takes the first day of a window and not the day after its end', async () => {
    const { rows, receipt, parameters } = await stage.ask('revenue_trends', {
      date_from: '2025-01-31',
      date_to: '2025-04-30',
      currency: 'USD',
    });
    expect(rows.filter((row) => row.period_type === 'yearly').map((row) => row.revenue)).toEqual([200]);
    expect(receipt.excluded).toContainEqual({ reason: 'outside the days asked for', rows: 2 });
    expect(parameters).toMatchObject({ date_from: '2025-01-31', date_to: '2025-04-30', branch: null, sales_person: null, currency: 'USD' });
  });

  it('takes a branch by name', async () => {
    const { rows, receipt } = await stage.ask('revenue_trends', { branch: 'calgary' });
    expect(rows.map((row) => row.revenue)).toEqual([50, 50, 50]);
    expect(receipt.rowsCounted).toBe(1);
  });
});
