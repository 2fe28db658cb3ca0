import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { ensureBranches } from '../branches/ensure-branches.ts';
import { populateBranches } from '../branches/populate-branches.ts';
import type { UndoneBatch } from '../../import/file-kind.ts';
import { journeyKinds } from '../kinds/index.ts';
import { ensureLeadSources } from '../lead-sources/ensure-lead-sources.ts';
import { populateLeadSources } from '../lead-sources/populate-lead-sources.ts';
import { linkOrphanedPerformanceRecords } from '../performance/link-orphaned-performance-records.ts';
import { mergeSalesPersonVariations } from '../sales-persons/merge-sales-person-variations.ts';
import { unfoldSalesPerson } from '../sales-persons/unfold-sales-person.ts';
import { insertRow, makeLead, makeLostLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { journeyUndoConsequence } from './undo-consequence.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

/** A batch that had files of every kind. */
function undone(id: string): UndoneBatch {
  return { id, tables: new Set(journeyKinds.map((kind) => kind.table)), hasRestored: true };
}

/** Lookups by name, and whom each lead's seller is: what an undo must bring back. */
async function lookups(transaction: BusinessTransaction): Promise<unknown> {
  const names = async (sql: string): Promise<unknown[]> =>
    (await transaction.rows<{ name: string }>(sql, [transaction.businessId])).map((row) => row.name);
  return {
    branches: await names('select name from tenancy.branches where business_id = $1 order by name'),
    sources: await names('select name from journey.lead_sources where business_id = $1 order by name'),
    people: await names('select name from journey.sales_persons where business_id = $1 order by name'),
    spellings: await names(`
      select spelling as name from journey.branch_spellings where business_id = $1
      union select spelling from journey.lead_source_spellings where business_id = $1
      union select spelling from journey.sales_person_spellings where business_id = $1
      order by name`),
    sellers: await names(`
      select lead.quote_number || ' ' || person.name as name
      from journey.lead_status as lead
      join journey.sales_persons as person on person.business_id = $1 and person.id = lead.sales_person_id
      where lead.business_id = $1 order by lead.quote_number`),
  };
}

async function build(transaction: BusinessTransaction): Promise<void> {
  for (const step of [populateLeadSources, populateBranches, mergeSalesPersonVariations, linkOrphanedPerformanceRecords])
    await step.run(transaction, QUIET);
}

/** As the import does: lookups for the texts, then the row. */
async function importLead(
  transaction: BusinessTransaction,
  batch: string,
  quote: string,
  texts: { branch: string; seller: string; source: string },
): Promise<void> {
  await ensureBranches(transaction, [texts.branch], batch);
  await ensureLeadSources(transaction, [texts.source], batch);
  await makeLead(transaction, quote, {
    batch_id: batch,
    last_batch_id: batch,
    branch_name: texts.branch,
    sales_person: texts.seller,
    referral_source: texts.source,
  });
}

/** What the import itself does when it is undone, for rows it created. */
async function removeRows(transaction: BusinessTransaction, batch: string): Promise<Record<string, number>> {
  await transaction.run('delete from journey.lead_status where business_id = $1 and batch_id = $2', [transaction.businessId, batch]);
  return journeyUndoConsequence.tidy(transaction, undone(batch), []);
}

const MARCH = { branch: 'CALGARY 🇨🇦 - Movers', seller: 'Ava S', source: 'Yelp' };
const APRIL = { branch: 'CALGARY 🇨🇦 - Movers (On Hold)', seller: 'Ava Sample', source: 'Google Ads' };

claim('lookups that only the undone import caused go; those of others stay as they were before it', async (transaction) => {
  const [march, april] = [uuidV7(), uuidV7()];
  await importLead(transaction, march, '1', MARCH);
  await build(transaction);
  const before = await lookups(transaction);
  await importLead(transaction, april, '2', APRIL);
  await importLead(transaction, april, '3', { branch: 'AUSTIN 🇺🇸 - Movers', seller: 'Zoe Stone', source: 'yelp' });
  await build(transaction);
  expect(await lookups(transaction)).not.toEqual(before);
  const went = await removeRows(transaction, april);
  expect(await lookups(transaction)).toEqual(before);
  expect(went).toMatchObject({ spellings: 6, folds: 1, branches: 1, leadSources: 1, salesPersons: 2 });
  const [calgary] = await transaction.rows('select is_active, remarks from tenancy.branches where business_id = $1', [
    transaction.businessId,
  ]);
  expect(calgary).toEqual({ is_active: true, remarks: [] });
});

claim('undone in the other order, the older import leaves nothing the newer one still uses without', async (transaction) => {
  const [march, april] = [uuidV7(), uuidV7()];
  await importLead(transaction, march, '1', MARCH);
  await importLead(transaction, april, '2', { ...MARCH });
  await build(transaction);
  const shared = await lookups(transaction);
  await removeRows(transaction, march);
  expect(await lookups(transaction)).toEqual({ ...Object(shared), sellers: ['2 Ava S'] });
  await removeRows(transaction, april);
  expect(await lookups(transaction)).toEqual({ branches: [], sources: [], people: [], spellings: [], sellers: [] });
});

claim('what a person decided stays: mappings by hand, folds taken back, edited branches', async (transaction) => {
  const batch = uuidV7();
  await importLead(transaction, batch, '1', MARCH);
  await importLead(transaction, batch, '2', APRIL);
  await build(transaction);
  await unfoldSalesPerson(transaction, 'Ava S', 'test');
  await populateLeadSources.run(transaction, {
    ...QUIET,
    manualMappings: { ...QUIET.manualMappings, leadSources: [{ spelling: 'GMB', target: 'Google Ads' }] },
  });
  await transaction.run('update tenancy.branches set edited_at = now() where business_id = $1', [transaction.businessId]);
  await removeRows(transaction, batch);
  expect(await lookups(transaction)).toMatchObject({
    branches: ['Calgary - Movers'],
    sources: ['Google Ads'],
    people: ['Ava S', 'Ava Sample'],
    spellings: ['GMB'],
  });
});

claim('performance rows linked to a person who went are orphans again', async (transaction) => {
  const batch = uuidV7();
  await insertRow(transaction, 'journey.user_performance', { name: 'Ava S' });
  await importLead(transaction, batch, '1', MARCH);
  await build(transaction);
  await removeRows(transaction, batch);
  const rows = await transaction.rows(
    'select sales_person_id, link_method, link_confidence from journey.user_performance where business_id = $1',
    [transaction.businessId],
  );
  expect(rows).toEqual([{ sales_person_id: null, link_method: null, link_confidence: null }]);
});

claim('a lost lead loses the source that it had from an undone lead', async (transaction) => {
  const batch = uuidV7();
  await makeLostLead(transaction, '1');
  await importLead(transaction, batch, '1', MARCH);
  await build(transaction);
  expect(await removeRows(transaction, batch)).toMatchObject({ leadSources: 1 });
  const rows = await transaction.rows('select lead_source_id from journey.lost_leads where business_id = $1', [transaction.businessId]);
  expect(rows).toEqual([{ lead_source_id: null }]);
});

claim('history of restored rows goes, history of rows that the undo kept stays', async (transaction) => {
  const batch = uuidV7();
  const batches = { number: 1, state: 'undoing', content_key: '-', started_by: 'test', started_at: new Date() };
  await transaction.run(
    'insert into import.batches (business_id, id, number, state, content_key, started_by, started_at) values ($1, $2, $3, $4, $5, $6, $7)',
    [transaction.businessId, batch, ...Object.values(batches)],
  );
  await transaction.run(`insert into import.raw_files (business_id, content_hash, bytes, stored_as) values ($1, '-', 1, '-')`, [
    transaction.businessId,
  ]);
  const file = await insertRow(transaction, 'import.files', {
    batch_id: batch,
    position: 1,
    name: '-',
    kind: 'booked_opportunities',
    content_hash: '-',
    format: 'csv',
    state: 'undone',
  });
  const restored = await makeOpportunity(transaction, '1');
  const kept = await makeOpportunity(transaction, '2');
  await insertRow(transaction, 'import.row_changes', {
    batch_id: batch,
    file_id: file,
    line: 1,
    table_name: 'journey.booked_opportunities',
    row_id: kept,
    before: {},
    applied_at: new Date(),
  });
  for (const [id, quote] of [
    [restored, '1'],
    [kept, '2'],
  ]) {
    await insertRow(transaction, 'journey.status_changes', {
      source: 'journey.booked_opportunities',
      row_id: id,
      quote_number: quote,
      status: 'Booked',
      recorded_at: new Date(),
      batch_id: batch,
    });
    await insertRow(transaction, 'journey.booking_events', {
      booked_opportunity_id: id,
      quote_number: quote,
      event: 'unbooked',
      recorded_at: new Date(),
      batch_id: batch,
    });
  }
  expect(await journeyUndoConsequence.tidy(transaction, undone(batch), [])).toMatchObject({ statusChanges: 1, bookingEvents: 1 });
  const left = await transaction.rows(
    'select quote_number from journey.status_changes where business_id = $1 union all select quote_number from journey.booking_events where business_id = $1',
    [transaction.businessId],
  );
  expect(left).toEqual([{ quote_number: '2' }, { quote_number: '2' }]);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, async (transaction) => {
    await ensureBranches(transaction, ['CALGARY - Movers'], null);
  });
  const before = await scratch.database.inBusiness(other, lookups);
  await scratch.database.inBusiness(scratch.businessId, (transaction) => journeyUndoConsequence.tidy(transaction, undone(uuidV7()), []));
  expect(await scratch.database.inBusiness(other, lookups)).toEqual(before);
});
