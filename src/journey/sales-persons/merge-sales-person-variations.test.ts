import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { ensureBranches } from '../branches/ensure-branches.ts';
import { populateBranches } from '../branches/populate-branches.ts';
import { insertRow, makeJob, makeLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { ensureSalesPersons } from './ensure-sales-persons.ts';
import { mergeSalesPersonVariations } from './merge-sales-person-variations.ts';
import { unfoldSalesPerson } from './unfold-sales-person.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

const CALGARY = 'CALGARY - Movers';
const AUSTIN = 'AUSTIN - Movers';

/** Who each lead's seller is now, by quote number. */
async function sellers(transaction: BusinessTransaction): Promise<Record<string, string | null>> {
  const rows = await transaction.rows<{ quote_number: string; name: string | null }>(
    `select lead.quote_number, person.name
     from journey.lead_status as lead
     left join journey.sales_persons as person on person.business_id = $1 and person.id = lead.sales_person_id
     where lead.business_id = $1`,
    [transaction.businessId],
  );
  return Object.fromEntries(rows.map((row) => [row.quote_number, row.name]));
}

function merge(transaction: BusinessTransaction, salesPersons: { spelling: string; target: string }[] = []) {
  return mergeSalesPersonVariations.run(transaction, { ...QUIET, manualMappings: { ...QUIET.manualMappings, salesPersons } });
}

async function leads(
  transaction: BusinessTransaction,
  people: readonly (readonly [quote: string, seller: string, branch?: string])[],
): Promise<void> {
  for (const [quote, seller, branch] of people) await makeLead(transaction, quote, { sales_person: seller, branch_name: branch ?? null });
  await populateBranches.run(transaction, QUIET);
}

claim('spellings with one name key are one person: "Last, First", underscores, $, languages, company', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample'],
    ['2', 'Sample, Ava'],
    ['3', '_Ava Sample_'],
    ['4', '$Ava  Sample'],
    ['5', 'Ava Sample (English & French)'],
    ['6', 'Movers Calgary - Ava Sample'],
  ]);
  await merge(transaction);
  expect(new Set(Object.values(await sellers(transaction)))).toEqual(new Set(['Ava Sample']));
});

claim('"First L" is folded into the one "First Last" who works for the same branch, with the evidence', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
    ['3', 'Prairie Peak Calgary - Ava S', CALGARY],
  ]);
  const report = await merge(transaction);
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava Sample', 3: 'Ava Sample' });
  expect(report.details.folds).toEqual([
    { spelling: 'Ava S', into: 'Ava Sample', method: 'same_branch', confidence: 0.9, evidence: { branches: ['Calgary - Movers'] } },
  ]);
});

claim('a quote that names both in two reports is evidence, too', async (transaction) => {
  await makeJob(transaction, { quote_number: '9', sales_person_name: 'Ava Sample' });
  await makeOpportunity(transaction, '9', { sales_person: 'Ava S' });
  const report = await merge(transaction);
  expect(report.details.folds).toMatchObject([
    { spelling: 'Ava S', method: 'same_quotes', confidence: 0.98, evidence: { quotes: 1, example: '9' } },
  ]);
});

claim('two people who share a first name are never folded', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava Stone', CALGARY],
    ['3', 'Ava S', CALGARY],
    ['4', 'Ava', CALGARY],
    ['5', 'Ava Reyes', CALGARY],
    ['6', 'Ava R', AUSTIN],
  ]);
  const report = await merge(transaction);
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava Stone', 3: 'Ava S', 4: 'Ava', 5: 'Ava Reyes', 6: 'Ava R' });
  expect(report.unresolved).toBe(2);
  expect(report.details).toMatchObject({
    ambiguous: [{ spelling: 'Ava S', candidates: ['Ava Sample', 'Ava Stone'] }],
    withoutEvidence: [{ spelling: 'Ava R', candidate: 'Ava Reyes' }],
  });
});

claim('a re-run changes nothing', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
    ['3', '$', CALGARY],
  ]);
  await merge(transaction);
  expect((await merge(transaction)).changed).toBe(0);
});

claim("next month's spelling is folded by memory while it is imported", async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
  ]);
  await merge(transaction);
  await ensureSalesPersons(transaction, ['Movers Austin - Ava S', 'S, Ava'], null);
  const rows = await transaction.rows<{ name: string; own: string }>(
    `select person.name, own.name as own
     from journey.sales_person_spellings as spelling
     join journey.sales_persons as person on person.business_id = $1 and person.id = spelling.sales_person_id
     join journey.sales_persons as own on own.business_id = $1 and own.id = spelling.own_sales_person_id
     where spelling.business_id = $1 and spelling.spelling in ('Movers Austin - Ava S', 'S, Ava')`,
    [transaction.businessId],
  );
  expect(rows).toEqual([
    { name: 'Ava Sample', own: 'Ava S' },
    { name: 'Ava Sample', own: 'Ava S' },
  ]);
});

claim('unfold restores every row, also edited ones and those of the performance reports, and no rule folds again', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
    ['3', 'S, Ava', CALGARY],
  ]);
  await makeJob(transaction, { sales_person_name: 'Ava S' });
  await transaction.run('update journey.lead_status set edited_at = now() where business_id = $1 and quote_number = $2', [
    transaction.businessId,
    '3',
  ]);
  await insertRow(transaction, 'journey.sales_performance', { name: 'ava s' });
  await merge(transaction);
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava Sample', 3: 'Ava Sample' });
  const unfolded = await unfoldSalesPerson(transaction, 'S, Ava', 'test');
  expect(unfolded).toEqual({
    spelling: 'S, Ava',
    from: 'Ava Sample',
    to: 'Ava S',
    moved: { spellings: 2, jobs: 1, bookedOpportunities: 0, leadStatus: 2, performance: 1 },
  });
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava S', 3: 'Ava S' });
  expect((await merge(transaction)).changed).toBe(0);
});

claim('one spelling of a shared name can be made a person of its own', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava S', CALGARY],
    ['2', 'Movers Austin - Ava S', AUSTIN],
  ]);
  await merge(transaction);
  await unfoldSalesPerson(transaction, 'Movers Austin - Ava S', 'test');
  expect(await sellers(transaction)).toEqual({ 1: 'Ava S', 2: 'Movers Austin - Ava S' });
  expect((await merge(transaction)).changed).toBe(0);
  await expect(unfoldSalesPerson(transaction, 'Ava S', 'test')).rejects.toMatchObject({ code: 'not_folded' });
  await expect(unfoldSalesPerson(transaction, 'Zoe', 'test')).rejects.toMatchObject({ code: 'unknown_spelling' });
});

claim('a mapping by hand wins over a rule, for that spelling alone', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
    ['3', 'Movers - Ava S', CALGARY],
    ['4', 'Zoe Stone'],
  ]);
  await merge(transaction);
  await merge(transaction, [{ spelling: 'Movers - Ava S', target: 'Zoe Stone' }]);
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava Sample', 3: 'Zoe Stone', 4: 'Zoe Stone' });
  expect((await merge(transaction)).changed).toBe(0);
});

claim('a mapping of a person to itself takes the fold of a rule back for good', async (transaction) => {
  await leads(transaction, [
    ['1', 'Ava Sample', CALGARY],
    ['2', 'Ava S', CALGARY],
  ]);
  await merge(transaction);
  await merge(transaction, [{ spelling: 'Ava S', target: 'Ava S' }]);
  expect(await sellers(transaction)).toEqual({ 1: 'Ava Sample', 2: 'Ava S' });
  expect((await merge(transaction)).changed).toBe(0);
});

claim('a mapping that a person took back later stays taken back, and is named', async (transaction) => {
  const mapping = [{ spelling: 'Jonny', target: 'Jon Smith' }];
  await leads(transaction, [['1', 'Jonny']]);
  await merge(transaction, mapping);
  expect(await sellers(transaction)).toEqual({ 1: 'Jon Smith' });
  await unfoldSalesPerson(transaction, 'Jonny', 'test');
  const report = await merge(transaction, mapping);
  expect(report).toMatchObject({ changed: 0, details: { mappingsTakenBack: ['Jonny'] } });
  expect(await sellers(transaction)).toEqual({ 1: 'Jonny' });
});

claim('a mapping for a spelling that no file has yet is remembered', async (transaction) => {
  await leads(transaction, [['1', 'Jon Smith']]);
  await merge(transaction, [{ spelling: 'Jonny', target: 'Jon Smith' }]);
  await leads(transaction, [['2', 'Jonny']]);
  await merge(transaction);
  expect(await sellers(transaction)).toEqual({ 1: 'Jon Smith', 2: 'Jon Smith' });
});

claim('folding loses no row: the total of a person is the sum of its variants', async (transaction) => {
  await ensureBranches(transaction, [CALGARY], null);
  for (let job = 0; job < 30; job += 1)
    await makeJob(transaction, {
      sales_person_name: ['Ava Sample', 'Ava S', 'Sample, Ava'][job % 3],
      branch_name: CALGARY,
      total_actual_cost: 10,
    });
  await populateBranches.run(transaction, QUIET);
  await merge(transaction);
  const rows = await transaction.rows(
    'select count(*) as jobs, sum(total_actual_cost)::text as total from journey.jobs where business_id = $1 group by sales_person_id',
    [transaction.businessId],
  );
  expect(rows).toEqual([{ jobs: 30, total: '300.00' }]);
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, (transaction) => makeLead(transaction, '1', { sales_person: 'Ava S' }));
  await scratch.database.inBusiness(scratch.businessId, (transaction) => merge(transaction), 'dry-run');
  expect(await scratch.database.inBusiness(other, sellers)).toEqual({ 1: null });
});
