import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { catalogue } from '../index.ts';
import { playStory } from '../testing/play-story.ts';
import { stageOf } from '../testing/stage.ts';
import { type DrilledRows, drillRows, type WantedRows } from './drill-rows.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
  await playStory(stageOf(scratch));
});
afterAll(() => scratch.drop());

function drill(wanted: Omit<WantedRows, 'businessId'>): Promise<DrilledRows> {
  return drillRows(scratch.database, [catalogue], { businessId: scratch.businessId, ...wanted });
}

// play-story.ts: Dallas closed 1,000 and booked 500 of Ada, cancelled 400 of Bob; the walk-in 290 has no branch; Calgary 60 CAD.
const DALLAS = { branch_name: 'Dallas', currency: 'USD' };

describe('drillRows', () => {
  it('gives the rows of a sum, each with what it adds', async () => {
    const drilled = await drill({ id: 'revenue_by_branch', where: DALLAS, measure: 'total_revenue' });
    expect(drilled.measure).toEqual({ column: 'total_revenue', rule: 'sum revenue', figure: 1500 });
    expect(drilled.rows.map((row) => [row.day, row.status, row.customer_name, row.amount])).toEqual([
      ['2025-01-31', 'CLOSED', 'Ada', 1000],
      ['2025-02-01', 'BOOKED', 'Ada', 500],
    ]);
  });

  it('gives numerator and denominator of a rate, row by row', async () => {
    const drilled = await drill({ id: 'job_bookings_by_branch', where: DALLAS, measure: 'booking_rate_percent' });
    // Closed and booked of three jobs: 66.67 %.
    expect(drilled.measure?.figure).toBeCloseTo(66.667, 3);
    expect(drilled.rows.map((row) => [row.status, row.amount, row.of_amount])).toEqual([
      ['CLOSED', 1, 1],
      ['BOOKED', 1, 1],
      ['CANCELLED', null, 1],
    ]);
  });

  it('takes an empty cell for what it is', async () => {
    const drilled = await drill({
      id: 'revenue_by_branch',
      where: { branch_name: '(no branch)', currency: 'USD' },
      measure: 'total_revenue',
    });
    expect(drilled.measure?.figure).toBe(290);
    const nobody = await drill({ id: 'lead_status_to_customer', where: { customer_id: '' } });
    expect(nobody.rows.map((row) => row.customer_id)).toEqual([null]);
  });

  it('gives the rows of the kind that a split names', async () => {
    const where = { period_type: 'monthly', period: '2025-01-01', currency: 'USD' };
    const month = await drill({ id: 'revenue_trends', where, measure: 'revenue' });
    expect(month.measure?.figure).toBe(1000);
    const quarter = await drill({ id: 'revenue_trends', where: { ...where, period_type: 'quarterly' }, measure: 'revenue' });
    expect(quarter.measure?.figure).toBe(1500);
  });

  it('gives pages, and counts all rows on each', async () => {
    const first = await drill({ id: 'revenue_by_branch', measure: 'total_jobs', limit: 2 });
    const second = await drill({ id: 'revenue_by_branch', measure: 'total_jobs', limit: 2, offset: 2 });
    expect([first.rowCount, second.rowCount]).toEqual([5, 5]);
    expect(first.receipt.excluded).toEqual([{ reason: 'on another page', rows: 3 }]);
    expect(first.rows.map((row) => row.id)).not.toEqual(expect.arrayContaining(second.rows.map((row) => row.id)));
  });

  it('never puts a value into the statement', async () => {
    const drilled = await drill({ id: 'revenue_by_branch', where: { branch_name: `Dallas' or 'a' = 'a` }, measure: 'total_revenue' });
    expect(drilled.rowCount).toBe(0);
  });

  it.each([
    [{ where: { email: 'a' } }, 'are not told apart by "email". They are by: branch_name, currency'],
    [{ measure: 'profit' }, 'has no column "profit"'],
    [{ parameters: { day: '1' } }, 'has no parameter "day"'],
  ])('refuses %j', async (wanted, message) => expect(drill({ id: 'revenue_by_branch', ...wanted })).rejects.toThrow(message));
});
