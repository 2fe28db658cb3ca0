import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { mergeCustomers } from '../merge-customers.ts';
import { addRows, customerOf, groups, resolveAll, type ToyRow, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { decisions } from '../testing/history.ts';
import { splitRecord } from './split-record.ts';
import { putBackRecord } from './take-back-word.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const person = { decidedBy: 'olivia', ...toyPlugs };

/** a–b by phone, b–c by e-mail: b is the bridge. d by name and phone of a. */
const CHAIN: ToyRow[] = [
  { key: 'a', name: 'Max Ott', phone: '5125550102' },
  { key: 'b', name: 'Max Ott', phone: '5125550102', email: 'max@ott.org' },
  { key: 'c', name: 'Max Ott', email: 'max@ott.org' },
  { key: 'd', name: 'Max Ott', phone: '5125550102' },
];

function inside(rows: readonly ToyRow[], work: (transaction: BusinessTransaction) => Promise<void>): Promise<void> {
  return scratch.database.inBusiness(
    scratch.businessId,
    async (transaction) => {
      await addRows(transaction, rows);
      await resolveAll(transaction);
      await work(transaction);
    },
    'dry-run',
  );
}

test.each(['a', 'b', 'c', 'd'])('only "%s" leaves, the others stay together, and no run brings it back', (key) =>
  inside(CHAIN, async (transaction) => {
    const others = CHAIN.map((row) => row.key ?? '').filter((other) => other !== key);
    const { record, from, to, records } = await splitRecord(transaction, `rows:${key}`, person);
    expect(record).toMatch(/^[0-9a-f-]{36}$/);
    expect(await groups(transaction)).toEqual([others, [key]].sort());
    expect([await customerOf(transaction, key), await customerOf(transaction, others[0] ?? '')]).toEqual([to, from]);
    expect(records).toBe(key === 'a' ? 3 : 1);
    await resolveAll(transaction, { full: true });
    expect(await groups(transaction)).toEqual([others, [key]].sort());
  }),
);

test('the founding record takes the id along; any other leaves it where it is', () =>
  inside(CHAIN, async (transaction) => {
    const before = await customerOf(transaction, 'a');
    await splitRecord(transaction, 'rows:c', person);
    expect(await customerOf(transaction, 'a')).toBe(before);
    await splitRecord(transaction, 'rows:a', person);
    expect(await customerOf(transaction, 'a')).toBe(before);
    expect(await groups(transaction)).toEqual([['a'], ['b', 'd'], ['c']]);
  }));

test.each(['a', 'b', 'c', 'd'])('what was said of "%s" is taken back as if it had never been said, with the id it had', (key) =>
  inside(CHAIN, async (transaction) => {
    const before = await customerOf(transaction, 'a');
    await splitRecord(transaction, `rows:${key}`, person);
    expect((await decisions(transaction)).length).toBeGreaterThan(0);
    const back = await putBackRecord(transaction, `rows:${key}`, person);
    expect([back.to, back.from]).toEqual([before, before]);
    expect(await decisions(transaction)).toEqual([]);
    expect(await groups(transaction)).toEqual([['a', 'b', 'c', 'd']]);
    await expect(putBackRecord(transaction, `rows:${key}`, person)).rejects.toMatchObject({ code: 'nothing_said' });
  }),
);

test('it outranks an earlier word that they are the same, and taking it back leaves that word standing', () =>
  inside(
    [
      { key: 'ida', name: 'Ida Marsh', email: 'ida@marsh.org' },
      { key: 'nash', name: 'Ida Nash', email: 'ida@nash.org' },
    ],
    async (transaction) => {
      const [ida, nash] = [(await customerOf(transaction, 'ida')) ?? '', (await customerOf(transaction, 'nash')) ?? ''];
      await mergeCustomers(transaction, ida, [nash], person);
      const said = await decisions(transaction);
      await splitRecord(transaction, 'rows:nash', person);
      expect([await customerOf(transaction, 'ida'), await customerOf(transaction, 'nash')]).toEqual([ida, nash]);
      await putBackRecord(transaction, 'rows:nash', person);
      expect(await customerOf(transaction, 'nash')).toBe(ida);
      expect(await decisions(transaction)).toEqual(said);
    },
  ));

test('a row that is alone, and one that nobody knows, cannot be taken out', () =>
  inside([{ key: 'alone', name: 'Uma Reed', email: 'uma@reed.org' }], async (transaction) => {
    await expect(splitRecord(transaction, 'rows:alone', person)).rejects.toMatchObject({ code: 'only_record' });
    await expect(splitRecord(transaction, 'rows:nobody', person)).rejects.toMatchObject({ code: 'no_such_record' });
  }));
