import fc from 'fast-check';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { undoRun } from '../runs/undo-run.ts';
import { addRows, resolveAll, type ToyRow, toyPlugs, toySource, withToyDatabase } from '../testing/cast.ts';
import { historyOf, type Step, take } from '../testing/history.ts';
import { GOLDEN_FIELDS } from './golden-fields.ts';
import { loadGoldenRules } from './load-golden-rules.ts';
import { readGoldenValues } from './read-golden-values.ts';
import { setField } from './say/set-field.ts';
import { setRule } from './say/set-rule.ts';
import { goldenByHand, type PlainRow } from './testing/golden-by-hand.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
}, 60_000);
afterAll(() => scratch.drop());

const options = { decidedBy: 'test', ...toyPlugs };

const person = fc.record<ToyRow>({
  name: fc.constantFrom('Ann Bell', 'ANN BELL', 'Ann Bell', 'Bell, Ann Mary', 'A Bell', 'Bob Fox Jr.', 'Bob Fox', 'n/a', null),
  phone: fc.constantFrom('5125550101', '(512) 555-0102', '5125550103', null),
  email: fc.constantFrom('one@mail.org', 'Two@mail.org', 'noreply@mail.org', null),
  street: fc.constantFrom('1 Oak St', '2 Elm St', null),
  zip: fc.constantFrom('78701', null),
  toCity: fc.constantFrom('Austin', 'Waco', null),
  day: fc.constantFrom('2024-05-01', '2024-05-02', '2024-05-03'),
});

type Word =
  | { do: 'say'; at: number; field: string; value: string }
  | { do: 'unsay'; at: number }
  | { do: 'rule'; choice: string; rule: string }
  | { do: 'undo'; at: number };

const word: fc.Arbitrary<Word> = fc.oneof(
  fc.record({
    do: fc.constant('say' as const),
    at: fc.nat(),
    field: fc.constantFrom('name', 'last_name', 'email', 'phone', 'origin_city', 'destination_city', 'gender'),
    value: fc.constantFrom('a', 'b'),
  }),
  fc.record({ do: fc.constant('unsay' as const), at: fc.nat() }),
  fc.record({
    do: fc.constant('rule' as const),
    choice: fc.constantFrom('name', 'email', 'phone', 'origin', 'destination'),
    rule: fc.constantFrom('newest', 'most-frequent', 'trusted', 'default'),
  }),
  fc.record({ do: fc.constant('undo' as const), at: fc.nat() }),
);
const VALUES: Record<string, Record<string, string>> = {
  name: { a: 'Hand Made', b: 'Other Hand Jr.' },
  last_name: { a: 'Handson', b: 'Otherson' },
  email: { a: 'hand@made.org', b: 'other@made.org' },
  phone: { a: '+15125550177', b: '+15125550188' },
  origin_city: { a: 'Handville', b: 'Otherville' },
  destination_city: { a: 'Handtown', b: 'Othertown' },
  gender: { a: 'FEMALE', b: 'UNCERTAIN' },
};

const isEdit = (step: Step): boolean => step.do === 'edit';
const run = fc.record({ do: fc.constant('resolve' as const), full: fc.boolean() });
const story = fc.array(
  fc.oneof(
    { weight: 3, arbitrary: historyOf(person, run).map((steps) => steps.filter((step) => !isEdit(step)).slice(0, 4)) },
    { weight: 2, arbitrary: word.map((one) => [one]) },
  ),
  { minLength: 3, maxLength: 9 },
);

test('after any order of rows, merges, un-merges, undone imports, rules and hand values, golden values are those of the rules worked out from scratch', async () => {
  await fc.assert(
    fc.asyncProperty(story, async (chapters) => {
      await scratch.database.inBusiness(
        scratch.businessId,
        async (transaction) => {
          const removed: ToyRow[] = [];
          for (const step of chapters.flat()) {
            if (isWord(step)) await speak(transaction, step);
            else await take(transaction, step, removed);
          }
          await resolveAll(transaction);
          await compare(transaction);
          expect(await resolveAll(transaction, { full: true })).toMatchObject({ moved: 0, customersUpdated: 0 });
          expect(await waitingWrongly(transaction)).toBe(0);
        },
        'dry-run',
      );
    }),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), endOnFailure: true },
  );
}, 300_000);

test('rows that come in another order have the same golden values', async () => {
  const rows = fc.array(person, { minLength: 2, maxLength: 8 }).map((people) => people.map((row, index) => ({ ...row, key: `k${index}` })));
  await fc.assert(
    fc.asyncProperty(
      rows.chain((some) => fc.tuple(fc.constant(some), fc.shuffledSubarray(some, { minLength: some.length }))),
      async ([some, shuffled]) => {
        expect(await goldenOf(shuffled)).toEqual(await goldenOf(some));
      },
    ),
    { numRuns: Number(process.env.PROPERTY_RUNS ?? 25), endOnFailure: true },
  );
}, 300_000);

function isWord(step: Step | Word): step is Word {
  return step.do === 'say' || step.do === 'unsay' || step.do === 'rule' || step.do === 'undo';
}

async function speak(transaction: BusinessTransaction, step: Word): Promise<void> {
  const { businessId } = transaction;
  await resolveAll(transaction);
  if (step.do === 'rule') {
    const sources = step.rule === 'trusted' ? [toySource.source] : [];
    await setRule(transaction, { field: step.choice, rule: step.rule, sources }, options);
    return;
  }
  if (step.do === 'undo') {
    const runs = await transaction.rows<{ id: string }>(
      `select id from customers.runs where business_id = $1 and undone_at is null and counts ? 'said' order by id`,
      [businessId],
    );
    const one = runs[step.at % runs.length];
    if (one !== undefined) await undoRun(transaction, one.id, options);
    return;
  }
  if (step.do === 'say') {
    const present = await transaction.rows<{ id: string }>(
      'select id from customers.customers where business_id = $1 and is_primary_record order by id',
      [businessId],
    );
    const customer = present[step.at % present.length];
    if (customer === undefined) return;
    const value = VALUES[step.field]?.[step.value] ?? '';
    await setField(transaction, { customer: customer.id, field: step.field, to: { value } }, options);
    return;
  }
  const said = await transaction.rows<{ customer: string; field: string }>(
    `select customer_id as customer, field from customers.present_hand_values as hand where business_id = $1 and value is not null
     and exists (select from customers.customers where business_id = $1 and id = hand.customer_id) order by 1, 2`,
    [businessId],
  );
  const one = said[step.at % said.length];
  if (one !== undefined) await setField(transaction, { ...one, to: 'rules' }, options);
}

/** Every field of every customer, as told and as stored, against the rules worked out by hand. */
async function compare(transaction: BusinessTransaction): Promise<void> {
  const { businessId } = transaction;
  const rows = await readRows(transaction);
  const rules = await loadGoldenRules(transaction);
  const generic = await transaction.rows<{ value: string }>(
    `select value_kind || ' ' || value as value from customers.generic_values where business_id = $1`,
    [businessId],
  );
  const customers = await transaction.rows<Record<string, string>>(
    'select id, name, first_name, last_name, email, phone, gender from customers.customers where business_id = $1 and is_primary_record',
    [businessId],
  );
  for (const { id = '', ...stored } of customers) {
    const own = rows.filter(({ customer }) => customer === id);
    const expected = { ...goldenByHand(own, rules, new Set(generic.map(({ value }) => value))), ...(await saidOf(transaction, id)) };
    const told = await readGoldenValues(transaction, id, toyPlugs.sources);
    expect(told.map(({ field }) => field)).toEqual(GOLDEN_FIELDS.map(({ field }) => field));
    expect(Object.fromEntries(told.filter(({ value }) => value !== null).map(({ field, value }) => [field, value]))).toEqual(expected);
    expect(stored).toEqual({
      name: expected.name ?? expected.email ?? expected.phone ?? 'Unknown',
      first_name: expected.first_name ?? null,
      last_name: expected.last_name ?? null,
      email: expected.email ?? null,
      phone: expected.phone ?? null,
      gender: expected.gender ?? null,
    });
  }
}

/** What people said of a customer and of those merged into it: the newest line per field, from the ledger itself. */
async function saidOf(transaction: BusinessTransaction, id: string): Promise<Record<string, string>> {
  const lines = await transaction.rows<{ field: string; value: string | null }>(
    `select field, value from customers.hand_values
     where business_id = $1 and undone_at is null
       and (customer_id = $2 or customer_id in (select id from customers.redirects where business_id = $1 and customer_id = $2))
     order by decided_at, id`,
    [transaction.businessId, id],
  );
  const newest = new Map(lines.map(({ field, value }) => [field, value]));
  const said: Record<string, string> = {};
  const name = newest.get('name') ?? null;
  if (name !== null) {
    const [first = '', ...rest] = name.split(' ');
    Object.assign(said, { name, first_name: first, last_name: rest.filter((part) => part !== 'Jr.').join(' ') });
  }
  for (const [field, value] of newest) if (value !== null) said[field] = value;
  return said;
}

/** Hand values whose customer is gone although the row that founded it is there and somebody's. */
async function waitingWrongly(transaction: BusinessTransaction): Promise<number> {
  const { count } = await transaction.one<{ count: number }>(
    `select count(*) as count from customers.hand_values as said
     join customers.records as record on record.business_id = $1 and record.source_key = said.source_key and record.customer_id is not null
     where said.business_id = $1 and said.undone_at is null
       and not exists (select from customers.customers as customer where customer.business_id = $1 and customer.id = said.customer_id)`,
    [transaction.businessId],
  );
  return count;
}

function readRows(transaction: BusinessTransaction): Promise<PlainRow[]> {
  return transaction.rows<PlainRow>(
    `select id, key, customer_id as customer, name, email, phone, street, postal_code as zip, to_city as "toCity", day
     from toy.rows where business_id = $1 and customer_id is not null`,
    [transaction.businessId],
  );
}

/** The golden values of what a set of rows resolves to, by the rows' keys. */
async function goldenOf(rows: readonly ToyRow[]): Promise<unknown> {
  let golden: unknown = null;
  await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await addRows(transaction, rows);
      await resolveAll(transaction);
      const all = await readRows(transaction);
      const told: [string, unknown][] = [];
      for (const customer of new Set(all.map((row) => row.customer))) {
        const keys = all.filter((row) => row.customer === customer).map(({ key }) => key);
        const values = await readGoldenValues(transaction, customer, toyPlugs.sources);
        told.push([keys.sort().join(' '), values.map(({ field, value, from }) => [field, value, from?.key])]);
      }
      golden = told.sort(([a], [b]) => (a < b ? -1 : 1));
    },
    'dry-run',
  );
  return golden;
}
