import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dedupeFile } from './dedupe-file.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-odd-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = 'name=name,phone=phone,email=email,city=city';
const signal = new AbortController().signal;

/** The clusters of a file, each as its ids; those of one row alone are left out. */
async function clustersOf(rows: readonly string[], columns = COLUMNS): Promise<string[][]> {
  const [path, output] = [join(folder, 'in.csv'), join(folder, 'out.csv')];
  writeFileSync(path, ['id,name,phone,email,city', ...rows].join('\n'));
  await dedupeFile(path, { columns, id: 'id', output, signal, onStep: () => undefined });
  const groups = new Map<string, string[]>();
  for (const line of readFileSync(output, 'utf8').trim().split('\n').slice(1)) {
    const [id = '', cluster = ''] = line.split(',');
    groups.set(cluster, [...(groups.get(cluster) ?? []), id]);
  }
  return [...groups.values()].filter((ids) => ids.length > 1);
}

test('a file of nothing but copies of one row is one person, small or large', async () => {
  for (const size of [2, 10, 600]) {
    const rows = Array.from({ length: size }, (_, n) => `${n},Nora Quill,312 555 0171,nora@quill.org,Austin`);
    const [cluster, ...others] = await clustersOf(rows);
    expect([cluster?.length, others]).toEqual([size, []]);
  }
});

test('two rows alone are compared by what is known of other files: a nickname at one mailbox and phone joins, a spouse does not', async () => {
  expect(await clustersOf(['1,Robert Quill,312 555 1000,bob@quill.org,Austin', '2,Bob Quill,(312) 555-1000,bob@quill.org,Austin'])).toEqual(
    [['1', '2']],
  );
  expect(await clustersOf(['1,Robert Quill,312 555 1000,bob@quill.org,Austin', '2,Nora Quill,(312) 555-1000,,Austin'])).toEqual([]);
});

test('without any name a mailbox or a telephone is all there is of somebody, and joins', async () => {
  const rows = Array.from({ length: 40 }, (_, n) => `${n},,31255501${n % 20 < 10 ? '0' : ''}${n % 20},p${n % 20}@mail.org,`);
  expect(await clustersOf(rows, 'email=email')).toHaveLength(20);
  expect(await clustersOf(rows, 'phone=phone')).toHaveLength(20);
});

test('an e-mail that two hundred people share merges nobody', async () => {
  const letters = 'abcdefghijklmnopqrst';
  const rows = Array.from({ length: 200 }, (_, n) => {
    const [a = '', b = ''] = [letters[n % 20], letters[Math.floor(n / 20)]];
    return `${n},Na${a}o${b}i Que${b}l${a}ert,,desk@realty.org,Austin`;
  });
  expect(await clustersOf(rows, 'name=name,email=email')).toEqual([]);
});

test('a column that is not there is told with the nearest one, and a folder that is not there before anything is read', async () => {
  const path = join(folder, 'in.csv');
  writeFileSync(path, 'id,name,phone_number\n1,Nora Quill,312 555 0171\n');
  const options = { id: 'id', signal, onStep: () => undefined };
  await expect(dedupeFile(path, { ...options, columns: 'phone=phone number', output: join(folder, 'out.csv') })).rejects.toMatchObject({
    code: 'no_such_column',
    message: expect.stringContaining('Did you mean "phone_number"?'),
  });
  for (const output of [folder, join(folder, 'nowhere', 'out.csv')])
    await expect(dedupeFile(path, { ...options, columns: 'name=name', output })).rejects.toMatchObject({ code: 'output_not_writable' });
});
