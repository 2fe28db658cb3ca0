import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../tests/database.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { explainPair } from './explain-pair.ts';
import { getCustomerId } from './find-customer.ts';
import { listCustomers } from './list-customers.ts';
import { mergeCustomers } from './merge-customers.ts';
import { dependentPointers, recordSources } from './record-source.ts';
import { showCustomer } from './show-customer.ts';
import { type ToyRow, addRows, customerOf, groups, resolveAll, toyPlugs, toySource, toyVisits, withToyDatabase } from './testing/cast.ts';
import { customersUndoConsequence } from './undo-consequence.ts';
import { unmergeCustomer } from './unmerge-customer.ts';

let scratch: ScratchDatabase;
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(() => scratch.drop());

const person = { decidedBy: 'cli:test', ...toyPlugs };

function inside(work: (transaction: BusinessTransaction) => Promise<void>): () => Promise<void> {
  return () => scratch.database.inBusiness(scratch.businessId, work, 'dry-run');
}

async function start(transaction: BusinessTransaction, rows: readonly ToyRow[]): Promise<void> {
  await addRows(transaction, rows);
  await resolveAll(transaction);
}

async function id(transaction: BusinessTransaction, key: string): Promise<string> {
  return (await customerOf(transaction, key)) ?? 'nobody';
}

const MAIDEN = { key: 'maiden', name: 'Ida Marsh', phone: '5125550101' };
const MARRIED = { key: 'married', name: 'Ida Nash', email: 'ida@nash.org' };

test(
  'a person merges two customers: rows follow, the old id answers for ever, the ledger says who',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN, MARRIED]);
    const [maiden, married] = [await id(transaction, 'maiden'), await id(transaction, 'married')];
    const report = await mergeCustomers(transaction, married, [maiden], person);
    expect(report).toMatchObject({ kept: married, merged: [maiden], records: 1, pointers: { 'toy.rows': 1 } });
    expect([await id(transaction, 'maiden'), await id(transaction, 'married')]).toEqual([married, married]);
    expect(await getCustomerId(transaction, maiden)).toBe(married);
    expect(await getCustomerId(transaction, 'rows:maiden')).toBe(married);
    expect((await showCustomer(transaction, maiden)).mergeHistory).toMatchObject([
      { mergedCustomerId: maiden, method: 'MANUAL_APPROVAL', confidence: 1, mergedBy: 'cli:test' },
    ]);
    expect(await transaction.rows('select action, actor from tenancy.audit_log where business_id = $1', [transaction.businessId])).toEqual([
      { action: 'customers.merge', actor: 'cli:test' },
    ]);
    expect(await resolveAll(transaction, { full: true })).toMatchObject({ moved: 0, customersRevived: 0 });
  }),
);

test(
  'an un-merge gives every row its old customer back, and no run merges them again',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN, MARRIED]);
    const [maiden, married] = [await id(transaction, 'maiden'), await id(transaction, 'married')];
    await mergeCustomers(transaction, married, [maiden], person);
    await start(transaction, [{ key: 'later', name: 'Ida Marsh', phone: '5125550101' }]);
    const report = await unmergeCustomer(transaction, maiden, person);
    expect(report).toMatchObject({ restored: maiden, from: married, conflicts: [] });
    expect([await id(transaction, 'maiden'), await id(transaction, 'married'), await id(transaction, 'later')]).toEqual([
      maiden,
      married,
      maiden,
    ]);
    // Evidence that would join them by rule comes: the decision outranks it.
    await start(transaction, [
      { key: 'bridge', name: 'Ida Marsh', phone: '5125550101', email: 'ida@nash.org' },
      { key: 'bridge 2', name: 'Ida Nash', phone: '5125550101', email: 'ida@nash.org' },
    ]);
    await resolveAll(transaction, { full: true });
    expect(await id(transaction, 'maiden')).not.toBe(await id(transaction, 'married'));
  }),
);

test(
  'two whom a rule made one come apart for good when a person says so',
  inside(async (transaction) => {
    await start(transaction, [
      { key: 'a', name: 'Max Ott', phone: '5125550102' },
      { key: 'b', name: 'Max Ott', email: 'max@ott.org' },
    ]);
    const [a, b] = [await id(transaction, 'a'), await id(transaction, 'b')];
    await start(transaction, [{ key: 'bridge', name: 'Max Ott', phone: '5125550102', email: 'max@ott.org' }]);
    expect(await id(transaction, 'b')).toBe(a);
    await unmergeCustomer(transaction, b, person);
    await resolveAll(transaction, { full: true });
    expect([await id(transaction, 'a'), await id(transaction, 'b'), await id(transaction, 'bridge')]).toEqual([a, b, a]);
    const { same, reasons } = await explainPair(transaction, 'rows:a', 'rows:b');
    expect([same, reasons[0]]).toEqual([false, 'cli:test said that they are different people.']);
  }),
);

test(
  'merging again what was taken apart works, also the other way round, and so does taking it apart again',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN, MARRIED]);
    const [maiden, married] = [await id(transaction, 'maiden'), await id(transaction, 'married')];
    await mergeCustomers(transaction, married, [maiden], person);
    await unmergeCustomer(transaction, maiden, person);
    await mergeCustomers(transaction, maiden, [married], person);
    expect([await id(transaction, 'maiden'), await id(transaction, 'married')]).toEqual([maiden, maiden]);
    expect(await getCustomerId(transaction, married)).toBe(maiden);
    // Taken apart once more, though the one has held rows of the other before.
    await unmergeCustomer(transaction, married, person);
    expect([await id(transaction, 'maiden'), await id(transaction, 'married')]).toEqual([maiden, married]);
  }),
);

test(
  'redirects are followed through several merges, and each can be undone alone',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN, MARRIED, { key: 'third', name: 'I. N. Marsh', email: 'third@marsh.org' }]);
    const [maiden, married, third] = [await id(transaction, 'maiden'), await id(transaction, 'married'), await id(transaction, 'third')];
    await mergeCustomers(transaction, married, [maiden], person);
    await mergeCustomers(transaction, third, [married], person);
    expect([await getCustomerId(transaction, maiden), await getCustomerId(transaction, married)]).toEqual([third, third]);
    await unmergeCustomer(transaction, maiden, person);
    expect([await id(transaction, 'maiden'), await id(transaction, 'married'), await id(transaction, 'third')]).toEqual([
      maiden,
      third,
      third,
    ]);
    await unmergeCustomer(transaction, married, person);
    expect([await id(transaction, 'maiden'), await id(transaction, 'married'), await id(transaction, 'third')]).toEqual([
      maiden,
      married,
      third,
    ]);
  }),
);

test(
  'a hand edit made after the merge stays with the kept customer and is named',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN, MARRIED]);
    const [maiden, married] = [await id(transaction, 'maiden'), await id(transaction, 'married')];
    await mergeCustomers(transaction, married, [maiden], person);
    await transaction.run(
      `update customers.customers set email = 'new@nash.org', edited_fields = '{email}', edited_at = clock_timestamp() + interval '1 second' where business_id = $1 and id = $2`,
      [transaction.businessId, married],
    );
    const { conflicts } = await unmergeCustomer(transaction, maiden, person);
    expect(conflicts).toEqual([
      `email of Ida Marsh (${married}) edited by hand since the merge: kept there. If it was meant for the other one, edit both.`,
    ]);
    expect(
      await transaction.one('select email from customers.customers where business_id = $1 and id = $2', [transaction.businessId, married]),
    ).toEqual({ email: 'new@nash.org' });
  }),
);

test(
  'merging one with itself, or un-merging one that was never merged, is refused',
  inside(async (transaction) => {
    await start(transaction, [MAIDEN]);
    const maiden = await id(transaction, 'maiden');
    await expect(mergeCustomers(transaction, maiden, [maiden], person)).rejects.toMatchObject({ code: 'already_one' });
    await expect(unmergeCustomer(transaction, maiden, person)).rejects.toMatchObject({ code: 'not_merged' });
    await expect(getCustomerId(transaction, 'rows:nobody')).rejects.toMatchObject({ code: 'no_such_customer' });
  }),
);

test(
  'explain says in plain words why two rows are one person',
  inside(async (transaction) => {
    await start(transaction, [
      { key: '1', name: 'Max Ott', phone: '5125550103' },
      { key: '2', name: 'M Ott', phone: '512-555-0103' },
    ]);
    const explained = await explainPair(transaction, 'toy.rows:1', 'rows:2');
    expect(explained).toEqual({
      same: true,
      confidence: 0.9408,
      reasons: [
        'Row 2 of 2024-05-01: Same phone +15125550103 as row 1 of 2024-05-01; the last name is the same and the first names differ only by an initial. (0.9408)',
      ],
    });
  }),
);

test(
  'explain says why two who share something are not one',
  inside(async (transaction) => {
    await start(transaction, [
      { key: '1', name: 'Ray Ostrow', phone: '5125550104' },
      { key: '2', name: 'Tess Ostrow', phone: '5125550104' },
      { key: '3', name: 'Uma Reed', email: 'noreply@mail.org' },
      { key: '4', name: 'Una Reed', email: 'noreply@mail.org' },
      { key: '5', name: 'Vic Bay', email: 'vic@bay.org' },
    ]);
    expect((await explainPair(transaction, 'rows:1', 'rows:2')).reasons).toEqual([
      'Both have the phone +15125550104, but the names "Ray Ostrow" and "Tess Ostrow" do not agree: a household, not one person.',
    ]);
    expect((await explainPair(transaction, 'rows:3', 'rows:4')).reasons[0]).toContain('is a placeholder');
    expect((await explainPair(transaction, 'rows:1', 'rows:5')).reasons).toEqual(['They share no e-mail, no phone and no quote number.']);
  }),
);

test(
  'list finds by any part of name, phone, e-mail or key, and pages',
  inside(async (transaction) => {
    await start(transaction, [
      { key: 'J-77', name: 'Max Ott', phone: '5125550105', email: 'max@ott.org' },
      { key: 'J-78', name: 'Ray Bell', phone: '5125550106' },
    ]);
    for (const search of ['max', 'OTT', '555-0105', 'max@ott', 'j-77'])
      expect((await listCustomers(transaction, { search })).map((customer) => customer.name)).toEqual(['Max Ott']);
    const [first] = await listCustomers(transaction, { limit: 1 });
    const [second] = await listCustomers(transaction, { limit: 1, after: first?.id });
    expect([first?.name, second?.name].sort()).toEqual(['Max Ott', 'Ray Bell']);
  }),
);

test(
  'undoing an import that only caused a merge gives the ids back and leaves no trace',
  inside(async (transaction) => {
    await start(transaction, [
      { key: 'a', name: 'Max Ott', phone: '5125550107' },
      { key: 'b', name: 'Max Ott', email: 'max@ott.org' },
    ]);
    const before = [await id(transaction, 'a'), await id(transaction, 'b')];
    await start(transaction, [
      { key: 'bridge', name: 'Max Ott', phone: '5125550107', email: 'max@ott.org' },
      { key: 'new', name: 'Ned Fay', phone: '5125550108' },
    ]);
    expect(await groups(transaction)).toEqual([['a', 'b', 'bridge'], ['new']]);
    await transaction.run(`delete from toy.rows where business_id = $1 and key in ('bridge', 'new')`, [transaction.businessId]);
    const toy = { name: 'toy', plugs: [recordSources.plug(toySource), dependentPointers.plug(toyVisits)] };
    expect(
      await customersUndoConsequence.tidy(transaction, { id: 'any batch', tables: new Set(['toy.rows']), hasRestored: false }, [toy]),
    ).toMatchObject({
      records: 2,
      customers: 1,
      'merges undone': 1,
    });
    expect([await id(transaction, 'a'), await id(transaction, 'b')]).toEqual(before);
    expect(await transaction.rows('select from customers.customers where business_id = $1', [transaction.businessId])).toHaveLength(2);
  }),
);
