import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { dedupeFile } from './dedupe-file.ts';
import { parseColumns } from './parse-columns.ts';
import { readTable } from './read-table.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-dedupe-'));
afterAll(() => rmSync(folder, { recursive: true }));

const COLUMNS = 'name=Name,street=No+Street,email=Mail';
const signal = new AbortController().signal;
const TEXT =
  'Key,Name,No,Street,Mail\r\n1,"Quill, Nora",7,"Oak ""Old"" St",n@quill.org\r\n\r\n2,José Müller,,Elm St,\r\n3,"two\nlines",9,,x@y.org';

async function read(name: string, content: string | Buffer) {
  const path = join(folder, name);
  writeFileSync(path, content);
  const { ids, columns } = await readTable(path, { columns: parseColumns(COLUMNS), id: 'Key' }, signal);
  return { ids, values: columns.map(({ values }) => values) };
}

test('reads a plain file and the same in another encoding and delimiter alike', async () => {
  const plain = await read('plain.csv', TEXT);
  expect(plain).toEqual({
    ids: ['1', '2', '3'],
    values: [
      ['Quill, Nora', 'José Müller', 'two\nlines'],
      ['7 Oak "Old" St', 'Elm St', '9'],
      ['n@quill.org', '', 'x@y.org'],
    ],
  });
  expect(await read('wide.csv', Buffer.from(`\ufeff${TEXT}`, 'utf16le'))).toEqual(plain);
  expect(await read('marked.csv', `\ufeff${TEXT}`)).toEqual(plain);
  expect(await read('tabs.csv', 'Key\tName\tNo\tStreet\tMail\n1\tNora Quill\t7\tOak St\tn@quill.org\n')).toEqual({
    ids: ['1'],
    values: [['Nora Quill'], ['7 Oak St'], ['n@quill.org']],
  });
});

test('writes a line per row in the order of the file, clusters named by their smallest id', async () => {
  const rows = Array.from(
    { length: 30 },
    (_, n) => `${n + 10},Person${String.fromCharCode(97 + n)} Name${n % 7},${n},Road ${n},p${n}@mail${n}.org`,
  );
  const path = join(folder, 'people.csv');
  writeFileSync(
    path,
    ['Key,Name,No,Street,Mail', '9,Nora Quill,7,Oak St,n@quill.org', ...rows, '8,Nora Quill,7,Oak Street,n@quill.org'].join('\n'),
  );
  const output = join(folder, 'out.csv');
  const report = await dedupeFile(path, { columns: COLUMNS, id: 'Key', output, signal, onStep: () => undefined });
  expect(report).toMatchObject({ records: 32, clusters: 31, matched: 2 });
  const lines = readFileSync(output, 'utf8').trim().split('\n');
  expect(lines[0]).toBe('id,cluster,confidence');
  expect(lines[1]).toMatch(/^9,8,(1|0\.9\d*)$/);
  expect(lines[2]).toBe('10,10,1');
  expect(lines.at(-1)).toMatch(/^8,8,/);
});

test('a column that is not there, a kind that is none and a file without rows are told apart', async () => {
  const options = { output: join(folder, 'none.csv'), signal, onStep: () => undefined };
  const path = join(folder, 'plain.csv');
  await expect(dedupeFile(path, { ...options, columns: 'name=Nobody' })).rejects.toMatchObject({ code: 'no_such_column' });
  await expect(dedupeFile(path, { ...options, columns: 'nose=Name' })).rejects.toMatchObject({ code: 'columns_shape' });
  writeFileSync(join(folder, 'bare.csv'), 'Key,Name,No,Street,Mail\n');
  await expect(dedupeFile(join(folder, 'bare.csv'), { ...options, columns: COLUMNS })).rejects.toMatchObject({ code: 'no_rows' });
});
