import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { addRows, customerOf, groups, resolveAll, withToyDatabase } from '../testing/cast.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

test(
  'the one record left keeps its customer and lends it its values, and nobody is looked at again',
  inside(async (transaction) => {
    await addRows(transaction, [
      { key: 'old', name: 'Max Ott', phone: '5125550101', email: 'old@ott.org' },
      { key: 'new', name: 'Max J Ott', phone: '5125550101', email: 'new@ott.org', day: '2024-06-01' },
    ]);
    await addRows(transaction, [{ key: 'same', name: 'Max Ott', phone: '5125550101', email: 'newest@ott.org', day: '2024-07-01' }]);
    await resolveAll(transaction);
    const customer = await customerOf(transaction, 'old');
    expect(await emailOf(transaction, customer)).toBe('newest@ott.org');
    await remove(transaction, ['new', 'same']);
    expect(await resolveAll(transaction)).toMatchObject({ records: 0 });
    expect(await customerOf(transaction, 'old')).toBe(customer);
    expect(await emailOf(transaction, customer)).toBe('old@ott.org');
    expect(await resolveAll(transaction, { full: true })).toMatchObject({ moved: 0, customersUpdated: 0 });
  }),
);

test(
  'an initial finds its person when the other one it fitted is gone',
  inside(async (transaction) => {
    await addRows(transaction, [
      { key: 'max', name: 'Max Ott', phone: '5125550102' },
      { key: 'mia', name: 'Mia Ott', phone: '5125550102' },
      { key: 'm', name: 'M Ott', phone: '5125550102' },
    ]);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['m'], ['max'], ['mia']]);
    await remove(transaction, ['mia']);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['m', 'max']]);
  }),
);

test(
  'whom a person kept apart from a record that is gone comes back to the one it is left with',
  inside(async (transaction) => {
    await addRows(transaction, [
      { key: 'first', name: 'Ida Nash', phone: '5125550103' },
      { key: 'second', name: 'Ida Nash', phone: '5125550103' },
      { key: 'apart', name: 'Ida Nash', phone: '5125550103' },
    ]);
    await resolveAll(transaction);
    await transaction.run(
      `insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
       select $1, $2, a.id, b.id, 'different', 'test', now()
       from customers.records as a, customers.records as b
       where a.business_id = $1 and b.business_id = $1 and a.source_key = 'apart' and b.source_key = 'second'`,
      [transaction.businessId, uuidV7()],
    );
    await resolveAll(transaction, { full: true });
    expect(await groups(transaction)).toEqual([['apart'], ['first', 'second']]);
    await remove(transaction, ['second']);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['apart', 'first']]);
  }),
);

function inside(work: (transaction: BusinessTransaction) => Promise<void>): () => Promise<void> {
  return () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}

async function remove(transaction: BusinessTransaction, keys: readonly string[]): Promise<void> {
  await transaction.run('delete from toy.rows where business_id = $1 and key = any ($2)', [transaction.businessId, keys]);
}

async function emailOf(transaction: BusinessTransaction, customer: string | null): Promise<string | null> {
  const { email } = await transaction.one<{ email: string | null }>(
    'select email from customers.customers where business_id = $1 and id = $2',
    [transaction.businessId, customer],
  );
  return email;
}
