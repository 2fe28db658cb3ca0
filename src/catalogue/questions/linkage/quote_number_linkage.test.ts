import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../../tests/database.ts';
import { type Stage, stageOf } from '../../testing/stage.ts';

// One quote number for each of the seven ways it can stand in the three tables.
let scratch: ScratchDatabase;
let stage: Stage;

beforeAll(async () => {
  scratch = await withDatabase();
  stage = stageOf(scratch);
  const sam = await stage.salesPerson('Sam Smith');
  for (const quote of ['1', '2', '3', '5'])
    await stage.lead(quote, {
      status: 'x',
      status_group: quote === '5' ? 'bad' : 'open',
      sales_person: 'Smith, Sam',
      sales_person_id: quote === '1' ? sam : null,
    });
  for (const quote of ['1', '2', '4', '6']) await stage.opportunity(quote, { status_group: quote === '6' ? 'cancelled' : 'booked' });
  for (const quote of ['1', '3', '4', '7']) await stage.lostLead(quote, { reason: 'price' });
});
afterAll(() => scratch.drop());

describe('quote_number_linkage', () => {
  it('names the seven ways a quote can stand', async () => {
    const { rows } = await stage.ask('quote_number_linkage');
    expect(rows.map((row) => [row.quote_number, row.match_type, row.journey_status])).toEqual([
      ['1', 'All Three', 'Converted'],
      ['2', 'LeadStatus + BookedOpportunity', 'Converted'],
      ['3', 'LeadStatus + LostLead', 'Lost Lead'],
      ['4', 'BookedOpportunity + LostLead', 'Converted'],
      ['5', 'LeadStatus Only', 'Bad Lead'],
      ['6', 'BookedOpportunity Only', 'Cancelled'],
      ['7', 'LostLead Only', 'Lost Lead'],
    ]);
    expect(rows[0]?.lead_status_sales_person).toBe('Sam Smith');
    expect(rows[1]?.lead_status_sales_person).toBe('Smith, Sam');
  });

  it('gives pages that neither repeat nor skip a quote', async () => {
    const seen: unknown[] = [];
    for (let after: unknown = null; ; after = seen.at(-1)) {
      const { rows } = await stage.ask('quote_number_linkage', { limit: 2, after });
      if (rows.length === 0) break;
      seen.push(...rows.map((row) => row.quote_number));
    }
    expect(seen).toEqual(['1', '2', '3', '4', '5', '6', '7']);
  });

  it('accounts for the rows beyond the limit', async () => {
    const { receipt } = await stage.ask('quote_number_linkage', { quote_number: '1' });
    expect(receipt.rowsCounted).toBe(3);
    expect(receipt.excluded.map((exclusion) => exclusion.rows)).toEqual([3, 3, 3]);
  });
});
