import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// Ada   lead, opportunity and closed job             -> closed (once, not three times)
// Bob   lead booked, opportunity cancelled           -> booked
// Cem   lead with a quote sent, lost lead            -> quoted, lost
// Dora  two bad leads                                -> lead, lost
// Eve   open lead, quoted job marked as duplicate    -> lead, open
// two leads without a customer: quote 90 in pool and lost list (one person, lost), 91 (open)
// one bad lead without a customer, linked to nothing -> lead, lost
// 8 people; quoted Ada Bob Cem = 3; booked Ada Bob = 2; closed Ada = 1;
// lost Cem Dora 90 bad = 4; open Eve 91 = 2.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const person = (name: string, day: string) => stage.customer(name, { first_lead_date: day });
  const [ada, bob, cem, dora, eve] = [
    await person('Ada', '2025-01-01'),
    await person('Bob', '2025-01-31'),
    await person('Cem', '2025-02-01'),
    await person('Dora', '2025-02-02'),
    await person('Eve', '2025-03-01'),
  ];
  await stage.customer('Nobody without rows', { first_lead_date: '2025-01-01' });
  await stage.lead('1', { customer_id: ada, status_group: 'booked' });
  await stage.opportunity('1', { customer_id: ada, status_group: 'booked' });
  await stage.job({ customer_id: ada, quote_number: '1', opportunity_status: 'CLOSED' });
  await stage.lead('2', { customer_id: bob, status_group: 'open' });
  await stage.opportunity('2', { customer_id: bob, status_group: 'cancelled' });
  await stage.lead('3', { customer_id: cem, status_group: 'lost', quote_sent_at: '2025-02-01T12:00Z' });
  await stage.lostLead('3', { customer_id: cem });
  await stage.badLead({ customer_id: dora });
  await stage.badLead({ customer_id: dora });
  await stage.lead('5', { customer_id: eve, status_group: 'open' });
  await stage.job({ customer_id: eve, opportunity_status: 'QUOTED', is_duplicate: true });
  await stage.lead('90', { status_group: 'lost', received_at: '2025-02-01T05:00Z' });
  await stage.lostLead('90', { date_received: '2025-02-01T05:00Z' });
  await stage.lead('91', { status_group: 'open', received_at: '2025-05-01T12:00Z' });
  await stage.badLead({ date_lead_received: '2025-02-01' });
});
afterAll(() => scratch.drop());

describe('lead_conversion_funnel', () => {
  it('counts each person once, at the furthest stage reached', async () => {
    const { rows } = await stage.ask('lead_conversion_funnel');
    expect(rows).toEqual([
      {
        metric_type: 'people',
        total_leads: 8,
        total_quoted: 3,
        total_booked: 2,
        total_closed: 1,
        total_lost: 4,
        total_open: 2,
        lead_to_quote_rate: 37.5,
        quote_to_booking_rate: 66.67,
        booking_to_closed_rate: 50,
        overall_conversion_rate: 12.5,
      },
    ]);
  });

  it('takes people by the day of their first lead, in the zone asked for', async () => {
    // January in Chicago: Ada, Bob and quote 90, received 31 January 23:00 there.
    const chicago = await stage.ask('lead_conversion_funnel', { date_from: '2025-01-01', date_to: '2025-02-01' });
    expect(chicago.rows[0]).toMatchObject({ total_leads: 3, total_booked: 2, total_lost: 1 });
    const utc = await stage.ask('lead_conversion_funnel', { date_from: '2025-01-01', date_to: '2025-02-01', time_zone: 'UTC' });
    expect(utc.rows[0]).toMatchObject({ total_leads: 2, total_booked: 2, total_lost: 0 });
    expect(utc.receipt.timeZone).toBe('UTC');
  });

  it('accounts for every row of the five tables', async () => {
    for (const parameters of [{}, { date_from: '2025-02-01' }]) {
      const { receipt } = await stage.ask('lead_conversion_funnel', parameters);
      expect(receipt.rowsCounted + receipt.excluded.reduce((sum, exclusion) => sum + exclusion.rows, 0)).toBe(15);
    }
  });
});
