import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import { addRows, groups, resolveAll, type ToyRow, withToyDatabase } from './testing/cast.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const FIRST = ['Ann', 'Bob', 'Cleo', 'Dan', 'Eva', 'Finn', 'Gus', 'Hana', 'Ivo', 'June'];
const LAST = ['Abbot', 'Birch', 'Crane', 'Dunn', 'Egan', 'Frost', 'Gale', 'Hobbs', 'Ingram', 'Joyce'];

/** Ten first names times twenty surnames, so that each surname is borne by ten and each first name by twenty of them. */
function twoHundred(email: string): ToyRow[] {
  return Array.from({ length: 200 }, (_, n) => ({
    key: `guest ${n}`,
    name: `${FIRST[n % 10]} ${LAST[Math.floor(n / 10) % 10]}${n < 100 ? '' : 'son'}`,
    email,
    phone: `312 555 ${String(1000 + n)}`,
  }));
}

test.each(['when quick', 'always'] as const)('an e-mail shared by 200 people merges nobody (weighed %s)', async (match) => {
  const people = await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await addRows(transaction, twoHundred('front@depot.test'));
      await resolveAll(transaction, { match });
      return groups(transaction);
    },
    'dry-run',
  );
  expect(people).toHaveLength(200);
});

test('nor does it when they come one by one, and the office is recorded as a value of too many people', async () => {
  const { people, generic } = await scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      for (const row of twoHundred('front@depot.test').slice(0, 40)) {
        await addRows(transaction, [row]);
        await resolveAll(transaction);
      }
      const rows = await transaction.rows<{ value: string; people: number }>(
        `select value, people from customers.generic_values where business_id = $1 and value_kind = 'email'`,
        [transaction.businessId],
      );
      return { people: await groups(transaction), generic: rows };
    },
    'dry-run',
  );
  expect(people).toHaveLength(40);
  expect(generic.map(({ value }) => value)).toEqual(['front@depot.test']);
});
