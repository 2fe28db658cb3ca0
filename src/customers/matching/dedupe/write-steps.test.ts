import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Papa from 'papaparse';
import { afterAll, expect, test } from 'vitest';
import { dedupeFile } from './dedupe-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-steps-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const ROWS = [
  'id,name,phone,mail',
  '1,"Quillfeather, Robert",(312) 555-0171,robert.quillfeather@mail.test',
  '2,Bob Quillfeather,312.555.0171,Robert.Quillfeather@mail.test',
  '3,Tess Ostrowski,312 555 0104,tess@ostrowski.test',
  '4,Ray Ostrowski,312 555 0104,ray@ostrowski.test',
  ...Array.from(
    { length: 60 },
    (_, n) => `${n + 5},Guest${'abcdefghij'.charAt(n % 10)} Of${n}ton,312 556 ${String(1000 + n)},guest${n}@mail.test`,
  ),
];

test('each step of a run can be looked at: records, keys, weights, pairs and groups', async () => {
  writeFileSync(join(folder, 'people.csv'), ROWS.join('\n'));
  const output = join(folder, 'clusters.csv');
  const steps = join(folder, 'steps');
  await dedupeFile(join(folder, 'people.csv'), {
    columns: 'name=name,phone=phone,email=mail',
    id: 'id',
    output,
    debugFiles: steps,
    signal: new AbortController().signal,
    onStep: () => undefined,
  });
  const read = (name: string) => Papa.parse<Record<string, string>>(readFileSync(name, 'utf8').trim(), { header: true }).data;

  const records = read(join(steps, 'records.csv'));
  expect(records).toHaveLength(64);
  expect(records[0]).toMatchObject({ id: '1', given: 'robert', surname: 'quillfeather', email: 'robert.quillfeather@mail.test' });
  expect(records[0]?.phone).toBe(records[1]?.phone);

  const pairs = read(join(steps, 'pairs.csv'));
  const pair = pairs.find(({ id_a, id_b }) => id_a === '1' && id_b === '2');
  expect(pair).toMatchObject({ given: 'nickname', surname: 'exact', phone: 'exact', email: 'exact', middle: '', dob: '' });
  for (const { bits, probability } of pairs) {
    expect(Number(probability)).toBeGreaterThanOrEqual(0.01);
    const odds = 2 ** Number(bits);
    expect(odds / (1 + odds)).toBeCloseTo(Number(probability), 2);
  }

  const weights = read(join(steps, 'weights.csv'));
  const exact = weights.find(({ field, level }) => field === 'phone' && level === 'exact');
  expect(Number(exact?.same)).toBeGreaterThan(Number(exact?.unrelated));
  // Both couples share a number; the first is met by the mailbox already.
  const keys = read(join(steps, 'keys.csv'));
  expect(keys.find(({ key }) => key === 'email')).toMatchObject({ keys: '1', pairs: '1' });
  expect(keys.find(({ key }) => key === 'phone')).toMatchObject({ keys: '2', pairs: '1' });

  const groups = read(join(steps, 'groups.csv'));
  expect(groups.map(({ id, cluster }) => [id, cluster])).toEqual(read(output).map(({ id, cluster }) => [id, cluster]));
  expect(groups.slice(0, 4).map(({ linked, cluster }) => [linked, cluster])).toEqual([
    ['1', '1'],
    ['1', '1'],
    ['3', '3'],
    ['4', '4'],
  ]);
});
