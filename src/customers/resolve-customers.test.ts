import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { type ToyRow, addRows, customerOf, groups, resolveAll, withToyDatabase } from './testing/cast.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

/** Runs inside the business and rolls back: every test starts from nothing. */
function inside(work: (transaction: BusinessTransaction) => Promise<void>): () => Promise<void> {
  return () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}

async function groupsOf(transaction: BusinessTransaction, rows: readonly ToyRow[]): Promise<string[][]> {
  await addRows(transaction, rows);
  await resolveAll(transaction);
  return groups(transaction);
}

async function count(transaction: BusinessTransaction, table: string, where = 'true'): Promise<number> {
  return (
    await transaction.one<{ n: number }>(`select count(*) as n from ${table} where business_id = $1 and ${where}`, [transaction.businessId])
  ).n;
}

describe('who is one person', () => {
  test(
    'the same e-mail with agreeing names is one person',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'a', name: 'Nora Quill', email: 'nora@quill.test.org' },
          { key: 'b', name: 'QUILL, Nora', email: ' NORA@quill.test.org ' },
        ]),
      ).toEqual([['a', 'b']]);
    }),
  );

  test(
    'the same phone, however written, with agreeing names is one person',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'a', name: 'Otto Bell', phone: '(512) 555-0101' },
          { key: 'b', name: 'otto bell', phone: '+1 512.555.0101 ext 4' },
          { key: 'c', name: 'Otto  Bell', phone: '15125550101' },
        ]),
      ).toEqual([['a', 'b', 'c']]);
    }),
  );

  test(
    'the same quote number with agreeing names is one person, without e-mail or phone',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'job', name: 'Pia Lund', quote: '7001', email: 'pia@lund.org' },
          { key: 'lost', name: 'Pia Lund', quote: '7001' },
        ]),
      ).toEqual([['job', 'lost']]);
    }),
  );

  test(
    'a couple with one phone and one e-mail is two customers and one household',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'ray', name: 'Ray Ostrow', email: 'ostrows@mail.org', phone: '5125550102' },
          { key: 'tess', name: 'Tess Ostrow', email: 'ostrows@mail.org', phone: '5125550102' },
        ]),
      ).toEqual([['ray'], ['tess']]);
      expect(await count(transaction, 'customers.households')).toBe(2);
      expect(await count(transaction, 'customers.household_members')).toBe(4);
    }),
  );

  test(
    'father and son of one name are told apart by the suffix',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'father', name: 'Carl Venn Sr.', phone: '5125550103' },
          { key: 'son', name: 'Venn Jr, Carl', phone: '5125550103' },
          { key: 'neither', name: 'Carl Venn', phone: '5125550103' },
          { key: 'son again', name: 'Carl Venn, Jr', phone: '5125550103' },
        ]),
      ).toEqual([['father'], ['neither'], ['son', 'son again']]);
    }),
  );

  test(
    'an office phone behind forty leads merges nobody and is noted as generic',
    inside(async (transaction) => {
      const leads = Array.from({ length: 40 }, (_, index) => ({
        key: `l${index}`,
        name: `${FIRSTS[index % 10]} ${LASTS[Math.floor(index / 10)]}`,
        phone: '5125550104',
      }));
      const twice = [...leads, { key: 'again', name: 'Ada Frost', phone: '5125550104' }];
      expect(await groupsOf(transaction, twice)).toHaveLength(41);
      expect(
        await transaction.rows('select value, people, records, reason from customers.generic_values where business_id = $1', [
          transaction.businessId,
        ]),
      ).toEqual([{ value: '+15125550104', people: 40, records: 41, reason: 'many_people' }]);
      expect(await count(transaction, 'customers.households')).toBe(0);
    }),
  );

  test(
    'an e-mail shared by two hundred people merges nobody',
    inside(async (transaction) => {
      const leads = Array.from({ length: 200 }, (_, index) => ({
        key: `p${index}`,
        name: `${FIRSTS[index % 10]} Of${String.fromCharCode(97 + (Math.floor(index / 10) % 26))}land`,
        email: 'desk@realtor.org',
      }));
      expect(await groupsOf(transaction, leads)).toHaveLength(200);
    }),
  );

  test(
    'six people make a value generic, five do not',
    inside(async (transaction) => {
      const five = FIRSTS.slice(0, 5).map((first) => ({ key: first, name: `${first} Frost`, phone: '5125550105' }));
      await groupsOf(transaction, [...five, { key: 'again', name: 'Ada Frost', phone: '5125550105' }]);
      expect(await customerOf(transaction, 'again')).toBe(await customerOf(transaction, 'Ada'));
      await addRows(transaction, [{ key: 'sixth', name: 'Zoe Frost', phone: '5125550105' }]);
      await resolveAll(transaction);
      expect(await customerOf(transaction, 'again')).not.toBe(await customerOf(transaction, 'Ada'));
    }),
  );

  test(
    'placeholders are generic from the start',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'a', name: 'Uma Reed', phone: '000-000-0000', email: 'noreply@mover.org' },
          { key: 'b', name: 'Uma Reed', phone: '0000000000', email: 'no-reply@mover.org' },
          { key: 'c', name: 'Uma Reed', phone: '123-456-7890' },
        ]),
      ).toEqual([['a'], ['b'], ['c']]);
      expect(
        await transaction.rows('select value, reason from customers.generic_values where business_id = $1 order by value', [
          transaction.businessId,
        ]),
      ).toEqual(
        ['+10000000000', '+11234567890', 'no-reply@mover.org', 'noreply@mover.org'].map((value) => ({ value, reason: 'placeholder' })),
      );
    }),
  );

  test(
    'an initial joins the one person it fits, and nobody when it fits two',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'full', name: 'Vera Stone', phone: '5125550106' },
          { key: 'short', name: 'V. Stone', phone: '5125550106' },
          { key: 'jane', name: 'Jane Pike', phone: '5125550107' },
          { key: 'john', name: 'John Pike', phone: '5125550107' },
          { key: 'either', name: 'J Pike', phone: '5125550107' },
        ]),
      ).toEqual([['either'], ['full', 'short'], ['jane'], ['john']]);
    }),
  );

  test(
    'an initial never chains two people over two values',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'jane', name: 'Jane Pike', phone: '5125550108' },
          { key: 'john', name: 'John Pike', email: 'pike@mail.org' },
          { key: 'either', name: 'J Pike', phone: '5125550108', email: 'pike@mail.org' },
        ]),
      ).toEqual([['either'], ['jane'], ['john']]);
    }),
  );

  test(
    'a bare first name joins its person',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'full', name: 'Wanda Kerr', phone: '5125550109' },
          { key: 'bare', name: 'Wanda', phone: '5125550109' },
        ]),
      ).toEqual([['bare', 'full']]);
    }),
  );

  test(
    'a nameless record joins when exactly one person holds the value',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'xena', name: 'Xena Moss', phone: '5125550110' },
          { key: 'who', name: null, phone: '5125550110' },
          { key: 'yuri', name: 'Yuri Moss', phone: '5125550111' },
          { key: 'zara', name: 'Zara Moss', phone: '5125550111' },
          { key: 'which', name: 'n/a', phone: '5125550111' },
        ]),
      ).toEqual([['which'], ['who', 'xena'], ['yuri'], ['zara']]);
    }),
  );

  test(
    'namesakes who share nothing stay apart; a seven-digit number is no evidence',
    inside(async (transaction) => {
      expect(
        await groupsOf(transaction, [
          { key: 'a', name: 'Sam Hale', phone: '555-0112' },
          { key: 'b', name: 'Sam Hale', phone: '5550112' },
        ]),
      ).toEqual([['a'], ['b']]);
    }),
  );

  test(
    'a row that names nobody gets no customer',
    inside(async (transaction) => {
      expect(await groupsOf(transaction, [{ key: 'a', name: 'unknown', quote: '88' }])).toEqual([]);
      expect((await resolveAll(transaction)).records).toBe(0);
    }),
  );
});

describe('ids stay put', () => {
  test(
    'an unchanged input writes nothing, in a small and in a full run',
    inside(async (transaction) => {
      await groupsOf(transaction, [
        { key: 'a', name: 'Nora Quill', phone: '5125550113' },
        { key: 'b', name: 'Nora Quill', phone: '5125550113' },
        { key: 'c', name: 'Ned Quill', phone: '5125550113' },
      ]);
      const before = await snapshot(transaction);
      await resolveAll(transaction);
      await resolveAll(transaction, { full: true });
      expect(await snapshot(transaction)).toEqual(before);
    }),
  );

  test(
    'a new record joins the customer that was there first',
    inside(async (transaction) => {
      await groupsOf(transaction, [{ key: 'a', name: 'Nora Quill', phone: '5125550114' }]);
      const nora = await customerOf(transaction, 'a');
      await groupsOf(transaction, [{ key: 'b', name: 'Nora Quill', phone: '5125550114', email: 'nora@new.org' }]);
      expect(await customerOf(transaction, 'b')).toBe(nora);
      expect(await transaction.one('select email from customers.customers where business_id = $1', [transaction.businessId])).toEqual({
        email: 'nora@new.org',
      });
    }),
  );

  test(
    'a bridge merges the younger customer into the older, and the split gives its id back',
    inside(async (transaction) => {
      await groupsOf(transaction, [
        { key: 'a', name: 'Nora Quill', phone: '5125550115' },
        { key: 'b', name: 'Nora Quill', email: 'n@quill.org' },
      ]);
      const [older, younger] = [await customerOf(transaction, 'a'), await customerOf(transaction, 'b')];
      const [bridge] = await addRows(transaction, [{ key: 'bridge', name: 'Nora Quill', phone: '5125550115', email: 'n@quill.org' }]);
      expect((await resolveAll(transaction)).customersMerged).toBe(1);
      expect(await customerOf(transaction, 'b')).toBe(older);
      expect(
        await transaction.rows('select id, customer_id from customers.redirects where business_id = $1', [transaction.businessId]),
      ).toEqual([{ id: younger, customer_id: older }]);
      await transaction.run('delete from toy.rows where id = $1', [bridge]);
      expect((await resolveAll(transaction)).customersRevived).toBe(1);
      expect(await customerOf(transaction, 'a')).toBe(older);
      expect(await customerOf(transaction, 'b')).toBe(younger);
      expect(await count(transaction, 'customers.redirects')).toBe(0);
      expect(await count(transaction, 'customers.merges', 'undone_at is null')).toBe(0);
      expect(
        await transaction.rows('select event from customers.changes where business_id = $1 order by at, id', [transaction.businessId]),
      ).toEqual(['customer.created', 'customer.created', 'customer.merged', 'customer.split'].map((event) => ({ event })));
    }),
  );

  test(
    'when the founding record goes, its other records carry the customer on',
    inside(async (transaction) => {
      await groupsOf(transaction, [
        { key: 'a', name: 'Nora Quill', phone: '5125550116' },
        { key: 'b', name: 'Nora Quill', phone: '5125550116' },
      ]);
      const nora = await customerOf(transaction, 'b');
      await transaction.run(`delete from toy.rows where key = 'a'`);
      await resolveAll(transaction);
      expect(await customerOf(transaction, 'b')).toBe(nora);
    }),
  );

  test(
    'a customer goes when its last record goes, unless a person edited it',
    inside(async (transaction) => {
      await groupsOf(transaction, [
        { key: 'a', name: 'Nora Quill', phone: '5125550117' },
        { key: 'b', name: 'Otto Bell', phone: '5125550118' },
      ]);
      await transaction.run(
        `update customers.customers set edited_at = now(), edited_fields = '{phone}' where business_id = $1 and name = 'Otto Bell'`,
        [transaction.businessId],
      );
      await transaction.run('delete from toy.rows');
      await resolveAll(transaction);
      expect(await transaction.rows('select name from customers.customers where business_id = $1', [transaction.businessId])).toEqual([
        { name: 'Otto Bell' },
      ]);
    }),
  );

  test(
    'a field a person edited survives the next run',
    inside(async (transaction) => {
      await groupsOf(transaction, [{ key: 'a', name: 'Nora Quill', phone: '5125550119' }]);
      await transaction.run(
        `update customers.customers set email = 'right@quill.org', edited_at = now(), edited_fields = '{email}' where business_id = $1`,
        [transaction.businessId],
      );
      await groupsOf(transaction, [{ key: 'b', name: 'Nora T Quill', phone: '5125550119', email: 'wrong@quill.org' }]);
      expect(
        await transaction.one('select name, first_name, last_name, email from customers.customers where business_id = $1', [
          transaction.businessId,
        ]),
      ).toEqual({
        name: 'Nora T Quill',
        first_name: 'Nora',
        last_name: 'T Quill',
        email: 'right@quill.org',
      });
    }),
  );
});

test('another business is neither read nor written', async () => {
  const other = await scratch.makeBusiness('other-mover');
  await scratch.database.inBusiness(other, async (transaction) => {
    await addRows(transaction, [{ key: 'theirs', name: 'Nora Quill', phone: '5125550120' }]);
    await resolveAll(transaction);
  });
  const before = await scratch.database.inBusiness(other, snapshot);
  await scratch.database.inBusiness(scratch.businessId, async (transaction) => {
    await addRows(transaction, [{ key: 'ours', name: 'Nora Quill', phone: '5125550120' }]);
    await resolveAll(transaction);
    await transaction.run('delete from toy.rows where business_id = $1', [transaction.businessId]);
    await resolveAll(transaction);
  });
  expect(await scratch.database.inBusiness(other, snapshot)).toEqual(before);
});

async function snapshot(transaction: BusinessTransaction): Promise<unknown[]> {
  const tables = [
    'customers',
    'records',
    'links',
    'merges',
    'redirects',
    'households',
    'household_members',
    'generic_values',
    'changes',
    'runs',
  ];
  const read = (table: string): Promise<unknown[]> =>
    transaction.rows(`select * from customers.${table} where business_id = $1 order by 2, 3`, [transaction.businessId]);
  const snapshots: unknown[] = [];
  for (const table of tables) snapshots.push({ table, rows: await read(table) });
  return snapshots;
}

const FIRSTS = ['Ada', 'Ben', 'Cleo', 'Dov', 'Eve', 'Finn', 'Gus', 'Hope', 'Ines', 'Jack'];
const LASTS = ['Frost', 'Grove', 'Hart', 'Irwin'];
