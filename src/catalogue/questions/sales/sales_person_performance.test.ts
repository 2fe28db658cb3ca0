import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Sam: 10 of 40 leads booked, 25,000 in all -> 25 %, 2,500 each. Sue received nothing: no rate.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const sam = await stage.salesPerson('Sam Smith');
  await stage.add('journey.sales_performance', {
    name: 'Sam S',
    sales_person_id: sam,
    leads_received: 40,
    booked: 10,
    percent_booked: 24.9,
    booked_total: 25000,
    average_booking: 2499.99,
  });
  await stage.add('journey.sales_performance', { name: 'Sue', leads_received: 0, booked: 0 });
  // Jobs of the person must not multiply the report's rows.
  for (const _job of [1, 2, 3]) await stage.job({ sales_person_id: sam, opportunity_status: 'CLOSED', total_actual_cost: 1 });
});
afterAll(() => scratch.drop());

describe('sales_person_performance', () => {
  it('shows the report as it is and computes rate and mean again', async () => {
    const { rows, receipt } = await stage.ask('sales_person_performance');
    expect(
      rows.map((row) => [
        row.name,
        row.sales_person,
        row.percent_booked,
        row.booked_total,
        row.calculated_booking_rate,
        row.calculated_avg_booking,
        row.currency,
      ]),
    ).toEqual([
      ['Sam S', 'Sam Smith', 24.9, 25000, 25, 2500, 'USD'],
      ['Sue', null, null, null, null, null, 'USD'],
    ]);
    expect(receipt).toMatchObject({
      rowsCounted: 2,
      excluded: [],
      currency: ['USD'],
      linkCoverage: [{ linked: 1, total: 2, percent: 50 }],
    });
  });

  it('takes one person', async () => {
    const { rows, receipt } = await stage.ask('sales_person_performance', { sales_person: 'SAM SMITH' });
    expect(rows.map((row) => row.name)).toEqual(['Sam S']);
    expect(receipt.excluded).toEqual([{ reason: 'another sales person', rows: 1 }]);
  });
});
