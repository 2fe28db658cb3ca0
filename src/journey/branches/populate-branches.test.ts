import { afterAll, beforeAll, expect, it } from 'vitest';
import { withDatabase, type ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { column, insertRow, makeJob, makeLead, makeOpportunity, QUIET } from '../testing/make-rows.ts';
import { ensureBranches } from './ensure-branches.ts';
import { populateBranches } from './populate-branches.ts';

let scratch: ScratchDatabase;

beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());

/** Each test works in its own transaction, which is rolled back. */
function claim(title: string, work: (transaction: BusinessTransaction) => Promise<void>): void {
  it(title, () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run'));
}

interface Branch {
  name: string;
  city: string | null;
  state: string | null;
  country: string | null;
  currency: string;
  time_zone: string | null;
  is_active: boolean;
  remarks: string[];
}

function branches(transaction: BusinessTransaction): Promise<Branch[]> {
  return transaction.rows<Branch>(
    'select name, city, state, country, currency, time_zone, is_active, remarks from tenancy.branches where business_id = $1 order by name',
    [transaction.businessId],
  );
}

claim('"CITY - Company" gives the city, its state, country, currency and zone', async (transaction) => {
  await ensureBranches(
    transaction,
    ['EDMONTON 🇨🇦 - Prairie Peak Movers', 'LONDON 🇨🇦 - Prairie Peak Movers', 'AUSTIN 🇺🇸 - Prairie Peak Movers'],
    null,
  );
  expect(await branches(transaction)).toMatchObject([
    {
      name: 'Austin - Prairie Peak Movers',
      city: 'Austin',
      state: 'TX',
      country: 'US',
      currency: 'USD',
      time_zone: 'America/Chicago',
      is_active: true,
    },
    {
      name: 'Edmonton - Prairie Peak Movers',
      city: 'Edmonton',
      state: 'AB',
      country: 'CA',
      currency: 'CAD',
      time_zone: 'America/Edmonton',
    },
    { name: 'London - Prairie Peak Movers', city: 'London', state: 'ON', country: 'CA', currency: 'CAD', time_zone: 'America/Toronto' },
  ]);
});

claim('decorated spellings are one branch: flags, letters, Corporate, remarks, case and spaces', async (transaction) => {
  const spellings = [
    'CALGARY 🇨🇦 - Corporate - Prairie Peak Movers',
    'CALGARY CA - Prairie Peak Movers',
    'Calgary 🇨🇦 -  Prairie Peak Movers (On Hold)',
    'Calgary - Prairie Peak Movers',
  ];
  for (const spelling of spellings) await ensureBranches(transaction, [spelling], null);
  expect(await branches(transaction)).toMatchObject([
    { name: 'Calgary - Prairie Peak Movers', currency: 'CAD', is_active: true, remarks: ['Corporate', 'On Hold'] },
  ]);
  const { count } = await transaction.one<{ count: number }>(
    'select count(distinct branch_id) as count from journey.branch_spellings where business_id = $1',
    [transaction.businessId],
  );
  expect(count).toBe(1);
});

claim('a branch is inactive when it is said to be so for good, or in every spelling', async (transaction) => {
  await ensureBranches(transaction, ['REGINA - Movers', 'REGINA - Movers No Longer Active', 'KELOWNA - Movers (On Hold)'], null);
  expect(await branches(transaction)).toMatchObject([
    { city: 'Kelowna', is_active: false },
    { city: 'Regina', is_active: false },
  ]);
});

claim('both flags count as CAD, with a remark; without a flag the business decides', async (transaction) => {
  await ensureBranches(transaction, ['BELLINGHAM 🇨🇦🇺🇸 - Movers', 'Fort Collins - Movers'], null);
  expect(await branches(transaction)).toMatchObject([
    { city: 'Bellingham', state: 'WA', currency: 'CAD', remarks: ['Canadian and US flag: amounts are read as CAD'] },
    { city: 'Fort Collins', state: 'CO', currency: 'USD', remarks: [] },
  ]);
});

claim('without a flag the town decides the currency: Burnaby bills in CAD in a business that was never set up', async (transaction) => {
  await ensureBranches(transaction, ["Burnaby - Let's Move", 'Nowhere - Movers'], null);
  expect(await branches(transaction)).toMatchObject([
    { city: 'Burnaby', state: 'BC', country: 'CA', currency: 'CAD' },
    { name: 'Nowhere - Movers', country: null, currency: 'USD' },
  ]);
});

claim('a town of two countries is in the one where the other branches are, whichever came first', async (transaction) => {
  await ensureBranches(transaction, ['VANCOUVER - Movers'], null);
  expect(await branches(transaction)).toMatchObject([{ state: 'WA' }]);
  await ensureBranches(transaction, ['BURNABY - Movers'], null);
  expect(await branches(transaction)).toMatchObject([
    { city: 'Burnaby', state: 'BC' },
    { city: 'Vancouver', state: 'BC', currency: 'CAD' },
  ]);
});

claim('a business elsewhere has no branch in Ontario because it has one in London', async (transaction) => {
  await transaction.run(`update tenancy.businesses set country = 'GB', currency = 'GBP' where id = $1`, [transaction.businessId]);
  await ensureBranches(transaction, ['LONDON - Movers', 'CALGARY 🇨🇦 - Movers'], null);
  expect(await branches(transaction)).toMatchObject([
    { city: 'Calgary', state: 'AB', currency: 'CAD' },
    { city: 'London', state: null, country: null, currency: 'GBP' },
  ]);
});

claim('a town of the same name in another country or state is another branch', async (transaction) => {
  await ensureBranches(
    transaction,
    ['VANCOUVER 🇨🇦 - Movers', 'VANCOUVER 🇺🇸 - Movers', 'Springfield, MO - Movers', 'Springfield, IL - Movers'],
    null,
  );
  expect(await branches(transaction)).toMatchObject([
    { name: 'Springfield - Movers', state: 'IL' },
    { name: 'Springfield, MO - Movers', state: 'MO' },
    { name: 'Vancouver - Movers', state: 'BC', currency: 'CAD' },
    { name: 'Vancouver, WA - Movers', state: 'WA', currency: 'USD' },
  ]);
});

claim('a flag that comes with a later file corrects what was guessed before', async (transaction) => {
  await ensureBranches(transaction, ['VANCOUVER - Movers'], null);
  expect(await branches(transaction)).toMatchObject([{ state: 'WA', currency: 'USD', time_zone: 'America/Los_Angeles' }]);
  await ensureBranches(transaction, ['VANCOUVER 🇨🇦 - Movers'], null);
  expect(await branches(transaction)).toMatchObject([{ state: 'BC', currency: 'CAD', time_zone: 'America/Vancouver' }]);
});

claim('rows of all three tables are linked, and a re-run changes nothing', async (transaction) => {
  const text = 'EDMONTON 🇨🇦 - Movers';
  await makeJob(transaction, { branch_name: text });
  await makeOpportunity(transaction, '1', { branch_name: text });
  await makeLead(transaction, '1', { branch_name: `${text} (On Hold)` });
  const report = await populateBranches.run(transaction, QUIET);
  expect(report).toMatchObject({
    name: 'populate_branches',
    changed: 5,
    unresolved: 0,
    details: { newSpellings: 2, rowsLinked: { jobs: 1, bookedOpportunities: 1, leadStatus: 1 } },
  });
  expect((await populateBranches.run(transaction, QUIET)).changed).toBe(0);
  const { unlinked } = await transaction.one<{ unlinked: number }>(
    'select count(*) as unlinked from journey.jobs where business_id = $1 and branch_id is null',
    [transaction.businessId],
  );
  expect(unlinked).toBe(0);
});

claim('a mapping by hand wins over the rule, makes the branch if it is missing, and stays', async (transaction) => {
  await makeLead(transaction, '1', { branch_name: 'YYC' });
  await makeLead(transaction, '2', { branch_name: 'CALGARY 🇨🇦 - Movers' });
  await populateBranches.run(transaction, QUIET);
  const mapped = { ...QUIET, manualMappings: { ...QUIET.manualMappings, branches: [{ spelling: 'YYC', target: 'Calgary - Movers' }] } };
  await populateBranches.run(transaction, mapped);
  expect(new Set((await column(transaction, 'journey.lead_status', 'branch_id')).values()).size).toBe(1);
  expect((await branches(transaction)).map((branch) => branch.name)).toEqual(['Calgary - Movers']);
  expect((await populateBranches.run(transaction, mapped)).changed).toBe(0);
  expect((await populateBranches.run(transaction, QUIET)).changed).toBe(0);
});

claim('a branch that a person set on a row, or edited, stays', async (transaction) => {
  const chosen = await insertRow(transaction, 'tenancy.branches', {
    name: 'Head office',
    normalized_name: 'head office',
    origin: 'manual',
  });
  const lead = await makeLead(transaction, '1', { branch_name: 'CALGARY 🇨🇦 - Movers', branch_id: chosen, edited_at: new Date() });
  await populateBranches.run(transaction, QUIET);
  await transaction.run(`update tenancy.branches set currency = 'USD', edited_at = now() where business_id = $1 and city = 'Calgary'`, [
    transaction.businessId,
  ]);
  await ensureBranches(transaction, ['CALGARY 🇨🇦 - Corporate - Movers'], null);
  expect((await column(transaction, 'journey.lead_status', 'branch_id')).get(lead)).toBe(chosen);
  expect((await branches(transaction)).find((branch) => branch.city === 'Calgary')?.currency).toBe('USD');
});

it('another business is untouched', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, (transaction) => makeLead(transaction, '1', { branch_name: 'EDMONTON - Movers' }));
  await scratch.database.inBusiness(scratch.businessId, (transaction) => populateBranches.run(transaction, QUIET), 'dry-run');
  const rows = await scratch.database.inBusiness(other, branches);
  expect(rows).toEqual([]);
});
