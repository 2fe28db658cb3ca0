import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { column, makeLead, makeLostLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { completeQuoteLinkage } from './complete-quote-linkage.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

claim('leads and lost leads are linked when the opportunity arrives after them', async (transaction) => {
  const lead = await makeLead(transaction, '1');
  const lost = await makeLostLead(transaction, '1');
  expect((await completeQuoteLinkage.run(transaction, QUIET)).changed).toBe(0);
  const opportunity = await makeOpportunity(transaction, '1');
  expect(await completeQuoteLinkage.run(transaction, QUIET)).toMatchObject({
    changed: 2,
    unresolved: 0,
    details: { leadStatusLinked: 1, lostLeadsLinked: 1 },
  });
  expect((await column(transaction, 'journey.lead_status', 'booked_opportunity_id')).get(lead)).toBe(opportunity);
  expect((await column(transaction, 'journey.lost_leads', 'booked_opportunity_id')).get(lost)).toBe(opportunity);
});

claim('leads are linked when the opportunity was there before them', async (transaction) => {
  const opportunity = await makeOpportunity(transaction, '1');
  const lead = await makeLead(transaction, '1');
  await makeLead(transaction, '10');
  await completeQuoteLinkage.run(transaction, QUIET);
  const links = await column(transaction, 'journey.lead_status', 'booked_opportunity_id');
  expect(links.get(lead)).toBe(opportunity);
  expect([...links.values()].filter((link) => link === null)).toHaveLength(1);
});

claim('a link that is there is never overwritten, and a re-run changes nothing', async (transaction) => {
  const chosen = await makeOpportunity(transaction, '2');
  await makeOpportunity(transaction, '1');
  const lead = await makeLead(transaction, '1', { booked_opportunity_id: chosen });
  await makeLead(transaction, '2');
  expect((await completeQuoteLinkage.run(transaction, QUIET)).changed).toBe(1);
  expect((await completeQuoteLinkage.run(transaction, QUIET)).changed).toBe(0);
  expect((await column(transaction, 'journey.lead_status', 'booked_opportunity_id')).get(lead)).toBe(chosen);
});

claim('unresolved are leads that say they are booked, not those that never booked', async (transaction) => {
  await makeLead(transaction, '1', { status_group: 'booked' });
  await makeLead(transaction, '2', { status_group: 'open' });
  await makeLead(transaction, '3', { status_group: 'lost' });
  expect(await completeQuoteLinkage.run(transaction, QUIET)).toMatchObject({
    changed: 0,
    unresolved: 1,
    details: { leadStatusWithoutOpportunity: 3 },
  });
});

it('another business with the same quote numbers is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, (transaction) => makeLead(transaction, '1'));
  await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await makeOpportunity(transaction, '1');
      expect((await completeQuoteLinkage.run(transaction, QUIET)).changed).toBe(0);
    },
    'dry-run',
  );
});
