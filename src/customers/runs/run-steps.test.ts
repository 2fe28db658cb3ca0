import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { ScratchDatabase } from '../../../tests/database.ts';
import { emitRecords } from '../emit-records.ts';
import { resolveCustomers } from '../resolve-customers.ts';
import { addRows, customerOf, resolveAll, toyPlugs, withToyDatabase } from '../testing/cast.ts';
import { townspeople } from '../testing/town.ts';
import { listRuns } from './list-runs.ts';
import { showRun } from './show-run.ts';
import { writeRunSteps } from './write-run-steps.ts';

let scratch: ScratchDatabase;
const folder = mkdtempSync(join(tmpdir(), 'throughline-run-'));
beforeAll(async () => {
  scratch = await withToyDatabase();
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await scratch.drop();
});

test('a run shows its steps: what was compared, by which keys and weights, each likely pair, and every record before and after', async () => {
  await scratch.database.inBusiness(await scratch.makeBusiness('steps'), async (transaction) => {
    await addRows(transaction, [
      ...townspeople(),
      { key: 'robert', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
      // Equal rows are compared once.
      { key: 'robert again', name: 'Robert Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' },
      { key: 'nobody' },
    ]);
    await resolveAll(transaction);
    await addRows(transaction, [{ key: 'bob', name: 'Bob Quillfeather', email: 'bobq@mail.test', phone: '312 555 0171' }]);
    await emitRecords(transaction, toyPlugs);
    await resolveCustomers(transaction, {
      startedBy: 'test',
      match: 'always',
      onSteps: (steps) => writeRunSteps(transaction, folder, steps),
    });
    const read = (name: string) =>
      Papa.parse<Record<string, string>>(readFileSync(join(folder, name), 'utf8').trim(), { header: true }).data;
    expect(read('records.csv').find(({ id }) => id === 'rows:bob')).toMatchObject({
      given: 'bob',
      surname: 'quillfeather',
      phone: '3125550171',
    });
    expect(read('records.csv').filter(({ id }) => id?.startsWith('rows:robert'))).toHaveLength(1);
    expect(read('pairs.csv').find(({ id_a, id_b }) => [id_a, id_b].includes('rows:bob'))).toMatchObject({
      given: 'nickname',
      email: 'exact',
    });
    expect(read('keys.csv').find(({ key }) => key === 'phone')?.keys_of_several).toBe('1');
    expect(read('weights.csv').some(({ field }) => field === 'given')).toBe(true);
    const groups = read('groups.csv');
    const { count } = await transaction.one<{ count: number }>('select count(*) as count from customers.records where business_id = $1', [
      transaction.businessId,
    ]);
    expect(groups).toHaveLength(count);
    const [robert, bob] = ['rows:robert', 'rows:bob'].map((name) => groups.find(({ record }) => record === name));
    const kept = await customerOf(transaction, 'robert');
    expect(robert).toMatchObject({ compared: 'yes', customer_before: kept, customer: kept });
    expect(bob).toMatchObject({ compared: 'yes', cluster: robert?.cluster, customer_before: '', customer: kept });
    expect(groups.find(({ record }) => record === 'rows:robert again')).toMatchObject({ compared: 'no', customer: kept });
    expect(groups.find(({ record }) => record === 'rows:nobody')).toMatchObject({ compared: 'no', customer_before: '', customer: '' });
  });
});

test('a split names the records that moved and what holds each to its customer now', async () => {
  await scratch.database.inBusiness(await scratch.makeBusiness('splits'), async (transaction) => {
    await addRows(transaction, [
      { key: 'a', name: 'Nora Quill', phone: '5125550115' },
      { key: 'b', name: 'Nora Quill', email: 'n@quill.org' },
      { key: 'b2', name: 'Nora Quill', email: 'n@quill.org' },
    ]);
    await resolveAll(transaction);
    const [older, younger] = [await customerOf(transaction, 'a'), await customerOf(transaction, 'b')];
    const [bridge] = await addRows(transaction, [{ key: 'bridge', name: 'Nora Quill', phone: '5125550115', email: 'n@quill.org' }]);
    await resolveAll(transaction);
    await transaction.run('delete from toy.rows where id = $1', [bridge]);
    await resolveAll(transaction);
    const [run] = await listRuns(transaction, 1);
    const { splits } = await showRun(transaction, run?.id ?? '');
    expect(splits).toEqual([
      {
        from: older,
        fromName: 'Nora Quill',
        to: younger,
        toName: 'Nora Quill',
        records: 2,
        moved: [
          { record: 'rows:b', why: 'The first record of this person.' },
          { record: 'rows:b2', why: 'Same e-mail n@quill.org as row b of 2024-05-01; the names are the same.' },
        ],
      },
    ]);
  });
});
