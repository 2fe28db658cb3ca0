import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { listParked } from './emit/park-decisions.ts';
import { mergeCustomers } from './merge-customers.ts';
import { answerQuestion } from './review/answer-question.ts';
import { addRows, customerOf, groups, resolveAll, toyPlugs, type ToyRow, withToyDatabase } from './testing/cast.ts';
import { unmergeCustomer } from './unmerge-customer.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const ANN: ToyRow = { key: 'ann', name: 'Ann Lee', phone: '5125550101' };
const ZOE: ToyRow = { key: 'zoe', name: 'Zoe Quill', phone: '5125550102' };
const options = { decidedBy: 'cli:ida', ...toyPlugs };

test(
  'customers that a person merged are one again when the row that went comes back',
  inside(async (transaction) => {
    await addRows(transaction, [ANN, ZOE]);
    await resolveAll(transaction);
    await merge(transaction, 'ann', 'zoe');
    await remove(transaction, ['zoe']);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann']]);
    await addRows(transaction, [ZOE]);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann', 'zoe']]);
    expect(await resolveAll(transaction, { full: true })).toMatchObject({ moved: 0, customersMerged: 0 });
  }),
);

test(
  'a merge that came back with its rows can be undone, and stays undone when the rows go and come again',
  inside(async (transaction) => {
    await addRows(transaction, [ANN, ZOE]);
    await resolveAll(transaction);
    await merge(transaction, 'ann', 'zoe');
    await remove(transaction, ['ann', 'zoe']);
    await resolveAll(transaction);
    await addRows(transaction, [ANN, ZOE]);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann', 'zoe']]);
    const { id } = await transaction.one<{ id: string }>('select id from customers.redirects where business_id = $1', [
      transaction.businessId,
    ]);
    await unmergeCustomer(transaction, id, options);
    expect(await groups(transaction)).toEqual([['ann'], ['zoe']]);
    await remove(transaction, ['ann', 'zoe']);
    await resolveAll(transaction);
    await addRows(transaction, [ZOE, ANN]);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann'], ['zoe']]);
  }),
);

test(
  'people whom a person called different stay apart although rules would join them when their rows come back',
  inside(async (transaction) => {
    const twin = { ...ANN, key: 'twin', email: 'twin@lee.org' };
    await addRows(transaction, [ANN, { ...twin, phone: '5125550103' }]);
    await resolveAll(transaction);
    const customer = async (key: string) => (await customerOf(transaction, key)) ?? '';
    await answerQuestion(transaction, await customer('ann'), await customer('twin'), 'different', options);
    await remove(transaction, ['twin']);
    await resolveAll(transaction);
    await addRows(transaction, [twin]);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann'], ['twin']]);
  }),
);

test(
  'with one of two rows back nothing is decided yet, and the parked decision is named with both',
  inside(async (transaction) => {
    await addRows(transaction, [ANN, ZOE]);
    await resolveAll(transaction);
    await merge(transaction, 'ann', 'zoe');
    await remove(transaction, ['ann', 'zoe']);
    await resolveAll(transaction);
    expect(await listParked(transaction)).toMatchObject([
      {
        decision: 'same',
        about: [
          { source: 'toy.rows', key: 'ann', name: 'Ann Lee' },
          { source: 'toy.rows', key: 'zoe', name: 'Zoe Quill' },
        ],
        decidedBy: 'cli:ida',
      },
    ]);
    await addRows(transaction, [ANN]);
    await resolveAll(transaction);
    expect(await parked(transaction)).toBe(1);
    await addRows(transaction, [ZOE]);
    await resolveAll(transaction);
    expect(await parked(transaction)).toBe(0);
    expect(await groups(transaction)).toEqual([['ann', 'zoe']]);
  }),
);

test(
  'what was decided last counts, also when an older decision comes back after it',
  inside(async (transaction) => {
    const other = { ...ZOE, key: 'zoe 2' };
    await addRows(transaction, [ANN, ZOE, other]);
    await resolveAll(transaction);
    await merge(transaction, 'ann', 'zoe');
    await remove(transaction, ['zoe']);
    await resolveAll(transaction);
    expect(await groups(transaction)).toEqual([['ann'], ['zoe 2']]);
    const customer = async (key: string) => (await customerOf(transaction, key)) ?? '';
    await answerQuestion(transaction, await customer('ann'), await customer('zoe 2'), 'different', options);
    await addRows(transaction, [ZOE]);
    await resolveAll(transaction);
    // The row that came back was said to be Ann; the other Zoe never was, and was last said not to be.
    expect(await groups(transaction)).toEqual([['ann', 'zoe'], ['zoe 2']]);
  }),
);

function inside(work: (transaction: BusinessTransaction) => Promise<void>): () => Promise<void> {
  return () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}

async function merge(transaction: BusinessTransaction, keep: string, other: string): Promise<void> {
  const [kept, merged] = [await customerOf(transaction, keep), await customerOf(transaction, other)];
  await mergeCustomers(transaction, kept ?? '', [merged ?? ''], options);
}

async function remove(transaction: BusinessTransaction, keys: readonly string[]): Promise<void> {
  await transaction.run('delete from toy.rows where business_id = $1 and key = any ($2)', [transaction.businessId, keys]);
}

async function parked(transaction: BusinessTransaction): Promise<number> {
  const { count } = await transaction.one<{ count: number }>(
    'select count(*) as count from customers.parked_decisions where business_id = $1',
    [transaction.businessId],
  );
  return count;
}
