import { afterAll, expect, test } from 'vitest';
import { withDatabase } from '../../../../tests/database.ts';
import { insertRow, makeBadLead, makeCustomer, makeJob } from '../../../journey/testing/make-rows.ts';
import { uuidV7 } from '../../uuid.ts';
import type { BusinessTransaction } from '../database.ts';
import { checkReferencesOnce } from './check-references-once.ts';
import { deleteWithDependents } from './delete-with-dependents.ts';

const scratch = await withDatabase();
afterAll(() => scratch.drop());

test('what was written with references to rows that are there is kept, and those rows stay until the end', async () => {
  await inBusiness(async (transaction) => {
    const source = await insertRow(transaction, 'journey.lead_sources', { name: 'Fair', normalized_name: 'fair' });
    expect(await writeBadLead(transaction, source)).toBe(1);
    const { locked } = await transaction.one<{ locked: boolean }>(
      `select xmax <> '0'::xid as locked from journey.lead_sources where business_id = $1 and id = $2`,
      [scratch.businessId, source],
    );
    expect(locked).toBe(true);
  });
});

test('a reference to a row that is not there refuses all that was written', async () => {
  const writing = inBusiness((transaction) => writeBadLead(transaction, uuidV7()));
  await expect(writing).rejects.toMatchObject({ code: 'reference_gone' });
  expect(await count('journey.bad_leads', 'lead_source_id is not null and natural_key = $2', ['unreal'])).toBe(0);
});

test('foreign keys are checked row by row again afterwards', async () => {
  const writing = inBusiness(async (transaction) => {
    await checkReferencesOnce(transaction, { table: 'journey.bad_leads', where: 'false', parameters: [] }, async () => 0);
    await makeBadLead(transaction, { lead_source_id: uuidV7() });
  });
  await expect(writing).rejects.toThrow(/bad_leads_lead_source_fkey/);
});

test('deleting rows nulls and deletes what points at them, as the foreign keys say, and nothing else', async () => {
  await inBusiness(async (transaction) => {
    const [gone, stays] = [await makeCustomer(transaction, 'Ann Gone'), await makeCustomer(transaction, 'Bob Stays')];
    const jobs = [await makeJob(transaction, { customer_id: gone }), await makeJob(transaction, { customer_id: stays })];
    const household = await insertRow(transaction, 'customers.households', { value_kind: 'phone', value: '1', created_at: new Date() });
    for (const customer of [gone, stays])
      await transaction.run('insert into customers.household_members (business_id, household_id, customer_id) values ($1, $2, $3)', [
        scratch.businessId,
        household,
        customer,
      ]);
    await transaction.run('create temp table doomed_customers on commit drop as select $1::uuid as id', [gone]);
    expect(await deleteWithDependents(transaction, 'customers.customers', 'doomed_customers')).toBe(1);
    const pointers = await transaction.rows<{ customer_id: string | null }>(
      'select customer_id from journey.jobs where business_id = $1 and id = any ($2::uuid[]) order by id',
      [scratch.businessId, jobs],
    );
    expect(pointers).toEqual([{ customer_id: null }, { customer_id: stays }]);
    const members = await transaction.rows('select customer_id from customers.household_members where business_id = $1', [
      scratch.businessId,
    ]);
    expect(members).toEqual([{ customer_id: stays }]);
  });
});

function inBusiness<T>(work: (transaction: BusinessTransaction) => Promise<T>): Promise<T> {
  return scratch.database.inBusiness(scratch.businessId, work);
}

function writeBadLead(transaction: BusinessTransaction, source: string): Promise<number> {
  const key = uuidV7();
  return checkReferencesOnce(
    transaction,
    { table: 'journey.bad_leads', where: 'written.natural_key = $2', parameters: [key] },
    async () => {
      await makeBadLead(transaction, { natural_key: key, lead_source_id: source });
      return 1;
    },
  );
}

function count(table: string, where: string, parameters: readonly unknown[]): Promise<number> {
  return inBusiness(
    async (transaction) =>
      (
        await transaction.one<{ n: number }>(`select count(*)::integer as n from ${table} where business_id = $1 and ${where}`, [
          scratch.businessId,
          ...parameters,
        ])
      ).n,
  );
}
