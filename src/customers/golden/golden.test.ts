import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { mergeCustomers } from '../merge-customers.ts';
import { undoRun } from '../runs/undo-run.ts';
import { addRows, customerOf, resolveAll, type ToyRow, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { unmergeCustomer } from '../unmerge-customer.ts';
import { listGoldenFields } from './list-golden-fields.ts';
import { type GoldenValue, readGoldenValues } from './read-golden-values.ts';
import { setField } from './say/set-field.ts';
import { setRule } from './say/set-rule.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const options = { decidedBy: 'cli:anna', ...toyPlugs };

function play(work: (transaction: BusinessTransaction) => Promise<void>): Promise<void> {
  return scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}

/** Three rows of Ann Bell over one phone. */
const ann: ToyRow[] = [
  { key: 'old', name: 'Ann Mary Bell', phone: '5125550101', email: 'ann@old.org', street: '1 Oak St', zip: '78701', day: '2024-05-01' },
  { key: 'mid', name: 'Ann Mary Bell', phone: '5125550101', email: 'ann@old.org', toCity: 'Waco', day: '2024-05-02' },
  { key: 'new', name: 'A Bell', phone: '5125550101', email: 'ann@new.org', street: '9 Elm St', toCity: 'Austin', day: '2024-05-03' },
];

async function settle(transaction: BusinessTransaction, rows: readonly ToyRow[] = ann): Promise<void> {
  await addRows(transaction, rows);
  await resolveAll(transaction);
}

async function golden(transaction: BusinessTransaction, key: string): Promise<Record<string, GoldenValue>> {
  const values = await readGoldenValues(transaction, (await customerOf(transaction, key)) ?? '', toyPlugs.sources);
  return Object.fromEntries(values.map((value) => [value.field, value]));
}

async function stored(transaction: BusinessTransaction, key: string): Promise<Record<string, string | null>> {
  return transaction.one(
    'select name, first_name, last_name, email, phone, gender, gender_method from customers.customers where business_id = $1 and id = $2',
    [transaction.businessId, await customerOf(transaction, key)],
  );
}

test('by default the fullest name and the newest of everything else stand for a customer, each with its record and its reason', () =>
  play(async (transaction) => {
    await settle(transaction);
    const { name, last_name, email, phone, destination_city, gender } = await golden(transaction, 'old');
    expect(name).toMatchObject({
      value: 'Ann Mary Bell',
      by: 'rule',
      from: { source: 'toy.rows', key: 'mid' },
      why: 'The fullest of 2, from row mid, 2024-05-02.',
    });
    expect(last_name).toMatchObject({ value: 'Mary Bell' });
    expect(email).toMatchObject({
      value: 'ann@new.org',
      candidates: 2,
      rows: 3,
      agreeing: 1,
      why: 'The newest of 2, from row new, 2024-05-03.',
    });
    expect(phone).toMatchObject({ value: '+15125550101', why: 'The only one, on 3 rows, from row new, 2024-05-03.' });
    expect(destination_city).toMatchObject({ value: 'Austin' });
    expect(gender).toMatchObject({ value: null, by: null, why: 'No import carries it; a person can say it.' });
  }));

test('an address is taken whole from one row, never made up of two', () =>
  play(async (transaction) => {
    await settle(transaction);
    const { origin_address, origin_zip } = await golden(transaction, 'old');
    // The newest address has no postal code; the one of Oak St is not borrowed.
    expect(origin_address).toMatchObject({ value: '9 Elm St' });
    expect(origin_zip).toMatchObject({ value: null, why: 'The chosen row does not say.' });
    const { changed } = await setRule(transaction, { field: 'origin', rule: 'most-complete', sources: [] }, options);
    expect(changed).toBe(1);
    expect(await golden(transaction, 'old')).toMatchObject({ origin_address: { value: '1 Oak St' }, origin_zip: { value: '78701' } });
  }));

test('a placeholder stands only where nothing better is known', () =>
  play(async (transaction) => {
    await settle(transaction, [
      { key: 'real', name: 'Ann Bell', phone: '5125550101', email: 'ann@bell.org', day: '2024-05-01' },
      { key: 'filler', name: 'Ann Bell', phone: '5125550101', email: 'noreply@bell.org', day: '2024-05-09' },
      { key: 'alone', name: 'Cy Roe', phone: '5125550109', email: 'noreply@bell.org' },
    ]);
    expect((await golden(transaction, 'real')).email).toMatchObject({ value: 'ann@bell.org' });
    expect((await golden(transaction, 'alone')).email?.why).toContain('It is shared by many or a placeholder');
  }));

test('a rule of the business chooses for everybody, is stored, told, kept by the next run and taken back by undoing its run', () =>
  play(async (transaction) => {
    await settle(transaction);
    const { run, changed, examples } = await setRule(transaction, { field: 'email', rule: 'most-frequent', sources: [] }, options);
    expect({ changed, examples }).toMatchObject({ changed: 1, examples: [{ before: 'ann@new.org', after: 'ann@old.org' }] });
    expect((await golden(transaction, 'old')).email).toMatchObject({
      value: 'ann@old.org',
      why: 'On 2 of 3 rows, from row mid, 2024-05-02.',
    });
    expect(await stored(transaction, 'old')).toMatchObject({ email: 'ann@old.org' });
    expect(await resolveAll(transaction, { full: true })).toMatchObject({ customersUpdated: 0 });
    expect((await listGoldenFields(transaction)).find(({ field }) => field === 'email')).toMatchObject({
      rule: 'most-frequent',
      says: 'the one on most rows; of equally frequent ones the latest',
      decidedBy: 'cli:anna',
    });
    await undoRun(transaction, run, options);
    expect(await stored(transaction, 'old')).toMatchObject({ email: 'ann@new.org' });
  }));

test('what a person sets outranks the rules, new rows and whole runs; handing it back ends that, and undoing that brings it back', () =>
  play(async (transaction) => {
    await settle(transaction);
    const customer = (await customerOf(transaction, 'old')) ?? '';
    await setField(transaction, { customer, field: 'phone', to: { value: '(512) 555-0199' } }, options);
    await setField(transaction, { customer, field: 'name', to: { value: 'Bell-Crane, Ann Jr.' } }, options);
    await setField(transaction, { customer, field: 'gender', to: { value: 'female' } }, options);
    await settle(transaction, [{ key: 'newest', name: 'Ann Mary Bell', phone: '5125550101', email: 'ann@new.org', day: '2024-06-01' }]);
    await resolveAll(transaction, { full: true });
    const hand = { name: 'Ann Bell-Crane Jr.', first_name: 'Ann', last_name: 'Bell-Crane', phone: '+15125550199', gender: 'FEMALE' };
    expect(await stored(transaction, 'newest')).toMatchObject({ ...hand, gender_method: 'by hand' });
    expect((await golden(transaction, 'old')).phone).toMatchObject({ by: 'hand', decidedBy: 'cli:anna', from: null });
    const { run, after } = await setField(transaction, { customer, field: 'phone', to: 'rules' }, options);
    expect(after).toMatchObject({ value: '+15125550101', by: 'rule' });
    await undoRun(transaction, run, options);
    expect(await stored(transaction, 'old')).toMatchObject(hand);
    await setField(transaction, { customer, field: 'gender', to: 'rules' }, options);
    expect(await stored(transaction, 'old')).toMatchObject({ gender: null, gender_method: null });
  }));

test('of two merged customers the newest word counts, and both have their own again when they are un-merged', () =>
  play(async (transaction) => {
    await settle(transaction, [
      { key: 'ann', name: 'Ann Bell', phone: '5125550101', email: 'ann@bell.org' },
      { key: 'cy', name: 'Cy Roe', phone: '5125550109', email: 'cy@roe.org' },
    ]);
    const [one = '', two = ''] = [(await customerOf(transaction, 'ann')) ?? '', (await customerOf(transaction, 'cy')) ?? ''];
    await setField(transaction, { customer: two, field: 'email', to: { value: 'two@hand.org' } }, options);
    await setField(transaction, { customer: one, field: 'email', to: { value: 'one@hand.org' } }, options);
    await mergeCustomers(transaction, two, [one], options);
    expect((await golden(transaction, 'cy')).email).toMatchObject({ value: 'one@hand.org', by: 'hand' });
    expect((await golden(transaction, 'cy')).email?.why).toContain(`of customer ${one} that is part of this one`);
    await unmergeCustomer(transaction, one, options);
    expect(await stored(transaction, 'ann')).toMatchObject({ email: 'one@hand.org' });
    expect(await stored(transaction, 'cy')).toMatchObject({ email: 'two@hand.org' });
  }));

test('what was set by hand waits while the rows are away, and counts again when they are back', () =>
  play(async (transaction) => {
    await settle(transaction, ann.slice(0, 1));
    const before = (await customerOf(transaction, 'old')) ?? '';
    await setField(transaction, { customer: before, field: 'email', to: { value: 'right@hand.org' } }, options);
    await transaction.run('delete from toy.rows where business_id = $1', [transaction.businessId]);
    await resolveAll(transaction);
    expect(await transaction.rows('select from customers.customers where business_id = $1', [transaction.businessId])).toEqual([]);
    await settle(transaction, ann.slice(0, 1));
    expect(await customerOf(transaction, 'old')).not.toBe(before);
    expect(await stored(transaction, 'old')).toMatchObject({ email: 'right@hand.org' });
  }));

test('a value can be taken from a record, which is told with it, and stays when that record changes', () =>
  play(async (transaction) => {
    await settle(transaction);
    const customer = (await customerOf(transaction, 'old')) ?? '';
    const { after } = await setField(transaction, { customer, field: 'email', to: { record: 'rows:old' } }, options);
    expect(after).toMatchObject({ value: 'ann@old.org', by: 'hand' });
    expect(after.why).toMatch(/^Set by hand by cli:anna on \d{4}-\d\d-\d\d, as in row old\.$/);
    await transaction.run(
      `update toy.rows set email = 'else@old.org', updated_at = clock_timestamp() where business_id = $1 and key = 'old'`,
      [transaction.businessId],
    );
    await resolveAll(transaction);
    expect(await stored(transaction, 'old')).toMatchObject({ email: 'ann@old.org' });
  }));

test('the source that is trusted most comes first, the others after it', () =>
  play(async (transaction) => {
    await settle(transaction);
    await setRule(transaction, { field: 'email', rule: 'trusted', sources: ['rows'] }, options);
    expect((await golden(transaction, 'old')).email).toMatchObject({
      value: 'ann@new.org',
      why: 'The newest that rows have, of 2, from row new, 2024-05-03.',
    });
    expect((await listGoldenFields(transaction)).find(({ field }) => field === 'email')?.says).toBe(
      'the latest of the source that is trusted most (rows, then the others)',
    );
  }));

test('an edit in the table itself is left alone by rules, and a word said after it counts', () =>
  play(async (transaction) => {
    await settle(transaction);
    const customer = (await customerOf(transaction, 'old')) ?? '';
    await transaction.run(`update customers.customers set email = 'table@edit.org', edited_fields = '{email}' where business_id = $1`, [
      transaction.businessId,
    ]);
    expect((await golden(transaction, 'old')).email).toMatchObject({ value: 'table@edit.org', by: 'table' });
    await setField(transaction, { customer, field: 'email', to: 'rules' }, options);
    expect(await stored(transaction, 'old')).toMatchObject({ email: 'ann@new.org' });
  }));

test.each([
  ['a field there is not', { field: 'shoe_size', to: { value: '9' } }, 'unknown_field'],
  ['an e-mail that is none', { field: 'email', to: { value: 'nobody' } }, 'value_shape'],
  ['a phone that is none', { field: 'phone', to: { value: '12' } }, 'value_shape'],
  ['a name that names nobody', { field: 'name', to: { value: 'n/a' } }, 'value_shape'],
  ['nothing', { field: 'origin_city', to: { value: '  ' } }, 'value_shape'],
  ['a record of somebody else', { field: 'email', to: { record: 'rows:other' } }, 'not_their_record'],
  ['a value the record has not', { field: 'destination_city', to: { record: 'rows:old' } }, 'no_field_value'],
  ['the rules where nobody said anything', { field: 'email', to: 'rules' as const }, 'not_set_by_hand'],
])('%s is refused with its code', (_, saying, code) =>
  play(async (transaction) => {
    await settle(transaction);
    const customer = (await customerOf(transaction, 'old')) ?? '';
    await expect(setField(transaction, { customer, ...saying }, options)).rejects.toMatchObject({ code });
  }),
);

test.each([
  ['a part of an address', { field: 'origin_city', rule: 'newest', sources: [] }, 'unknown_field', 'origin_city is chosen with origin'],
  [
    'most-complete for an e-mail',
    { field: 'email', rule: 'most-complete', sources: [] },
    'unknown_rule',
    'newest, most-frequent, trusted or default',
  ],
  ['trusted without sources', { field: 'email', rule: 'trusted', sources: [] }, 'unknown_source', 'Sources are rows'],
  ['a source there is not', { field: 'email', rule: 'trusted', sources: ['crm'] }, 'unknown_source', 'found "crm"'],
  ['sources for another rule', { field: 'email', rule: 'newest', sources: ['rows'] }, 'unknown_source', 'Only the rule "trusted"'],
])('a rule is refused with what there is: %s', (_, saying, code, words) =>
  play(async (transaction) => {
    const refusal = setRule(transaction, saying, options);
    await expect(refusal).rejects.toMatchObject({ code, message: expect.stringContaining(words) });
  }),
);
