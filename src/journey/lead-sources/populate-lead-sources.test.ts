import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { column, makeBadLead, makeJob, makeLead, makeLostLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { categorise } from './categorise.ts';
import { populateLeadSources } from './populate-lead-sources.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

it.each([
  ['Google Ads', 'Online'],
  ['Website Form', 'Online'],
  ['yelp.com', 'Online'],
  ['Word-of-Mouth', 'Referral'],
  ['Friend or family', 'Referral'],
  ['Realtor Partner', 'Partner'],
  ['Corporate Account', 'Partner'],
  ['Radio Ad', 'Advertising'],
  ['Billboard campaign', 'Advertising'],
  ['Broadway', 'Other'],
  ['Radio', 'Other'],
  ['Cobweb Storage', 'Other'],
  ['Repeat Customer', 'Other'],
])('%s is %s', (name, category) => {
  expect(categorise(name)).toBe(category);
});

claim('sources are compiled from all five reports, once per name, and rows are linked', async (transaction) => {
  await makeJob(transaction, { referral_source: 'Broadway' });
  await makeOpportunity(transaction, '1', { referral_source: 'word of mouth' });
  const lead = await makeLead(transaction, '1', { referral_source: 'google  ads' });
  const bad = await makeBadLead(transaction, { provider: 'Google Ads' });
  const lost = await makeLostLead(transaction, '1');
  const report = await populateLeadSources.run(transaction, QUIET);
  const sources = await transaction.rows('select name, category from journey.lead_sources where business_id = $1 order by name', [
    transaction.businessId,
  ]);
  expect(sources).toEqual([
    { name: 'Broadway', category: 'Other' },
    { name: 'Google Ads', category: 'Online' },
    { name: 'Word Of Mouth', category: 'Referral' },
  ]);
  expect(report).toMatchObject({
    changed: 7,
    unresolved: 0,
    details: { newSpellings: 4, rowsLinked: { leadStatus: 1, badLeads: 1, lostLeads: 1 } },
  });
  const ofLead = (await column(transaction, 'journey.lead_status', 'lead_source_id')).get(lead);
  expect(ofLead).toBeTypeOf('string');
  expect((await column(transaction, 'journey.bad_leads', 'lead_source_id')).get(bad)).toBe(ofLead);
  expect((await column(transaction, 'journey.lost_leads', 'lead_source_id')).get(lost)).toBe(ofLead);
});

claim('a re-run changes nothing', async (transaction) => {
  await makeLead(transaction, '1', { referral_source: 'Yelp' });
  await makeLostLead(transaction, '1');
  await populateLeadSources.run(transaction, QUIET);
  expect((await populateLeadSources.run(transaction, QUIET)).changed).toBe(0);
});

claim('a lost lead takes the source of a lead that comes later, and loses it with the lead', async (transaction) => {
  const lost = await makeLostLead(transaction, '7');
  await populateLeadSources.run(transaction, QUIET);
  expect((await column(transaction, 'journey.lost_leads', 'lead_source_id')).get(lost)).toBeNull();
  await makeLead(transaction, '7', { referral_source: 'Yelp' });
  await populateLeadSources.run(transaction, QUIET);
  expect((await column(transaction, 'journey.lost_leads', 'lead_source_id')).get(lost)).toBeTypeOf('string');
  await transaction.run('delete from journey.lead_status where business_id = $1', [transaction.businessId]);
  await populateLeadSources.run(transaction, QUIET);
  expect((await column(transaction, 'journey.lost_leads', 'lead_source_id')).get(lost)).toBeNull();
});

claim('a mapping by hand folds GMB into Google, with the category that the file gives', async (transaction) => {
  const lead = await makeLead(transaction, '1', { referral_source: 'GMB' });
  const other = await makeLead(transaction, '2', { referral_source: 'Google' });
  await populateLeadSources.run(transaction, QUIET);
  const options = {
    ...QUIET,
    manualMappings: { ...QUIET.manualMappings, leadSources: [{ spelling: 'GMB', target: 'google', category: 'Partner' }] },
  };
  await populateLeadSources.run(transaction, options);
  const links = await column(transaction, 'journey.lead_status', 'lead_source_id');
  expect(links.get(lead)).toBe(links.get(other));
  const sources = await transaction.rows('select name, category from journey.lead_sources where business_id = $1 order by name', [
    transaction.businessId,
  ]);
  expect(sources).toEqual([{ name: 'Google', category: 'Partner' }]);
  expect((await populateLeadSources.run(transaction, options)).changed).toBe(0);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, (transaction) => makeLead(transaction, '1', { referral_source: 'Yelp' }));
  await scratch.database.inBusiness(scratch.businessId, (transaction) => populateLeadSources.run(transaction, QUIET), 'dry-run');
  const links = await scratch.database.inBusiness(other, (transaction) => column(transaction, 'journey.lead_status', 'lead_source_id'));
  expect([...links.values()]).toEqual([null]);
});
