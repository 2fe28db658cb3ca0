import { afterAll, beforeAll, expect, test } from 'vitest';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { importText } from '../../import/testing/import-text.ts';
import { undoBatch } from '../../import/undo/undo-batch.ts';
import { findBusinesses } from '../../tenancy/index.ts';
import { journey } from '../index.ts';
import { journeyKinds } from './index.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

const rows = <T extends object>(statement: string): Promise<T[]> =>
  scratch.database.inBusiness(scratch.businessId, (transaction) => transaction.rows<T>(statement, [scratch.businessId]));
const spend = () =>
  rows(`
    select spend.month::text, spend.amount, spend.currency, spend.campaign, source.name as source, branch.name as branch
    from journey.marketing_spend as spend
    left join journey.lead_sources as source on source.business_id = $1 and source.id = spend.lead_source_id
    left join tenancy.branches as branch on branch.business_id = $1 and branch.id = spend.branch_id
    where spend.business_id = $1
    order by spend.month, spend.amount`);

test('spend is imported, corrected, quarantined and undone like any report', async () => {
  await importText(scratch, journeyKinds, {
    'leads.csv': 'Quote #,Status,Branch Name,Time to Contact,Referral Source\n1,Booked,DALLAS - Movers,9m,google  ads\n',
  });
  const first = await importText(scratch, journeyKinds, {
    'spend.csv': [
      'Lead Source,Month,Amount Spent,Branch,Campaign,Currency',
      'Google Ads,2026-03,"$1,200.00",,,',
      'Google Ads,Apr 2026,950,DALLAS - Movers,Spring,usd',
      'Radio,4/2026,0,,,',
      'Radio,5/2026,,,,',
      'Radio,someday,10,,,',
      ',2026-06,10,,,',
      'Radio,2026-06,10,,,dollars',
      'Total,,2160,,,',
      '',
    ].join('\n'),
  });
  expect(first.totals).toMatchObject({
    rows: 8,
    created: 3,
    skippedBy: { totals_row: 1 },
    quarantinedBy: { unreadable_number: 1, unreadable_date: 1, missing_key: 1, unreadable_currency: 1 },
  });
  const loaded = [
    { month: '2026-03-01', amount: '1200.00', currency: null, campaign: null, source: 'Google Ads', branch: null },
    { month: '2026-04-01', amount: '0.00', currency: null, campaign: null, source: 'Radio', branch: null },
    { month: '2026-04-01', amount: '950.00', currency: 'USD', campaign: 'Spring', source: 'Google Ads', branch: 'Dallas - Movers' },
  ];
  expect(await spend()).toEqual(loaded);
  // The source of the spend is the source of the lead, however either spells it.
  expect(await rows(`select name from journey.lead_sources where business_id = $1 order by name`)).toEqual([
    { name: 'Google Ads' },
    { name: 'Radio' },
  ]);

  const second = await importText(scratch, journeyKinds, {
    'again.csv': 'Channel,Spend Month,Spend\nGOOGLE ADS,3/2026,1300\nYelp,3/2026,40\n',
  });
  expect(second.totals).toMatchObject({ rows: 2, created: 1, updated: 1 });
  expect((await spend())[1]).toMatchObject({ amount: '1300.00' });

  await undo(3);
  expect(await spend()).toEqual(loaded);
  expect(await rows(`select name from journey.lead_sources where business_id = $1 order by name`)).toHaveLength(2);
  await undo(2);
  expect(await spend()).toEqual([]);
  expect(await rows(`select name from journey.lead_sources where business_id = $1`)).toEqual([{ name: 'Google Ads' }]);
});

async function undo(batch: number): Promise<void> {
  const business = (await findBusinesses(scratch.database)).find(({ id }) => id === scratch.businessId);
  if (business === undefined) throw new Error('the scratch business is missing');
  await undoBatch(scratch.database, business, batch, {
    modules: [journey],
    execute: true,
    signal: new AbortController().signal,
    undoneBy: 'test',
  });
}
