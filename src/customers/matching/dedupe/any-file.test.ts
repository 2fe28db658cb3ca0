import { execFile, spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, expect, test } from 'vitest';
import { dedupeFile } from './dedupe-file.ts';
import { nameClusters } from './name-clusters.ts';

const folder = mkdtempSync(join(tmpdir(), 'throughline-any-'));
afterAll(() => rmSync(folder, { recursive: true }));

const NORA = 'Nora Quillfeather,312 555 0171,nora@quill.org';
const BOB = 'Bob Ostrowski,512 555 0133,bob@ost.net';

interface Asked {
  columns?: string;
  id?: string;
  hasHeader?: boolean;
  file?: string;
}

/** The lines below the header of the result, as [id, cluster], and what was noted. */
async function dedupe(
  text: string,
  { columns = 'name=name,phone=phone,email=email', id = 'id', hasHeader = true, file = 'in.csv' }: Asked = {},
) {
  const path = join(folder, file);
  writeFileSync(path, text);
  const notes: string[] = [];
  const { found } = await dedupeFile(path, {
    columns,
    id,
    hasHeader,
    output: null,
    signal: new AbortController().signal,
    onStep: () => undefined,
    onNote: (note) => notes.push(note),
  });
  return { rows: found.ids.map((each, row) => [each, found.names[row]]), notes };
}

test('ids come back to the last byte: leading zeros, spaces and repeated ones', async () => {
  const { rows, notes } = await dedupe(`id,name,phone,email\n007,${NORA}\n" 7",${BOB}\n"8 ",${NORA}\n007,${BOB}\n`);
  expect(rows.map(([each]) => each)).toEqual(['007', ' 7', '8 ', '007']);
  expect(notes).toEqual([expect.stringContaining('1 rows have an id that stood in a row before (the first is "007")')]);
});

test('two people never bear one cluster name, though their ids are the same or missing', async () => {
  const { rows, notes } = await dedupe(`id,name,phone,email\n1,${NORA}\n1,${BOB}\n1,${NORA}\n,Al Kroner,,\n,Eve Stolz,,\n`);
  expect(rows.map(([, cluster]) => cluster)).toEqual(['1', '1#2', '1', '#1', '#2']);
  expect(notes).toHaveLength(2);
  expect(nameClusters(['a', 'a', 'a#2'], Uint32Array.from([0, 1, 2]))).toEqual(['a', 'a#3', 'a#2']);
});

test('a cluster is named alike in whatever order its ids stand: numbers by value and before texts', () => {
  for (const ids of [
    ['10', '1a', '2'],
    ['2', '10', '1a'],
    ['1a', '2', '10'],
  ])
    expect(new Set(nameClusters(ids, new Uint32Array(3)))).toEqual(new Set(['2']));
});

test('rows of nothing but commas are rows; blank lines are none', async () => {
  const text = `id,name,phone,email\n1,${NORA}\n,,,\n\n2,${NORA}\n"",\n`;
  const expected = [
    ['1', '1'],
    ['', '#1'],
    ['2', '1'],
    ['', '#2'],
  ];
  expect((await dedupe(text)).rows).toEqual(expected);
  // The general reader, which an odd quote calls for, counts alike.
  expect((await dedupe(`${text}3,"Al" Kroner,,\n`)).rows).toEqual([...expected, ['3', '3']]);
  expect((await dedupe('{"id":"1","name":null}\n\n{"id":null,"name":null}\n', { columns: 'name=name', file: 'in.jsonl' })).rows).toEqual([
    ['1', '1'],
    ['', '#1'],
  ]);
});

test('a title above the header is passed over, and a name that two columns bear is asked about', async () => {
  expect((await dedupe(`Contacts as of May,,,\n\nid,name,phone,email\n1,${NORA}\n2,${NORA}\n`)).rows).toEqual([
    ['1', '1'],
    ['2', '1'],
  ]);
  const twins = `id,name,phone,phone\n1,Nora Quill,3125550171,\n2,Nora Quill,,3125550171\n`;
  await expect(dedupe(twins, { columns: 'name=name,phone=phone' })).rejects.toMatchObject({
    code: 'ambiguous_column',
    message: expect.stringContaining('#3 or #4'),
  });
  expect((await dedupe(twins, { columns: 'name=name,phone=#3+#4' })).rows).toEqual([
    ['1', '1'],
    ['2', '1'],
  ]);
});

test('a file without a header loses no row when that is said', async () => {
  const text = `1,${NORA}\n2,${NORA}\n`;
  await expect(dedupe(text)).rejects.toMatchObject({ code: 'no_such_column', message: expect.stringContaining('--no-header') });
  const asked = { id: '#1', columns: 'name=#2,phone=#3,email=#4', hasHeader: false };
  for (const each of [text, text.replace('Nora', 'N"o"ra')]) expect((await dedupe(each, asked)).rows.map(([id]) => id)).toEqual(['1', '2']);
  await expect(dedupe(text, { ...asked, columns: 'name=#9' })).rejects.toMatchObject({ code: 'no_such_column' });
});

test('a column that holds something else, an empty one and a seventh other are told', async () => {
  const { notes } = await dedupe(`id,name,phone,email\n1,${NORA.replace('nora@quill.org', '')}\n`, { columns: 'phone=name,email=email' });
  expect(notes).toEqual([
    'phone=name: only 0 of 1 values can be read as a telephone number. Is it the right column?',
    'email=email: no row has a value in this column.',
  ]);
  const others = Array.from({ length: 7 }, (_, n) => `o${n}`);
  const { notes: more } = await dedupe(`id,${others.join(',')}\n1,a,b,c,d,e,f,g\n`, {
    columns: others.map((name) => `other=${name}`).join(),
  });
  expect(more).toEqual(['At most 6 columns are compared as "other"; left out: o6.']);
});

const program = ['bin/throughline', 'customers', 'dedupe'];
const CHOICE = ['--columns', 'name=name,phone=phone,email=email', '--id', 'id'];

test('the file that is read is never written over, by whatever name', async () => {
  const path = join(folder, 'own.csv');
  const text = `id,name,phone,email\n1,${NORA}\n`;
  writeFileSync(path, text);
  await expect(
    promisify(execFile)(process.execPath, [...program, path, ...CHOICE, '--output', `${folder}/../${folder.split('/').at(-1)}/own.csv`]),
  ).rejects.toMatchObject({ code: 2, stderr: expect.stringContaining('is the file to be read') });
  expect(readFileSync(path, 'utf8')).toBe(text);
});

test('what comes by stdin is resolved, and --json without a file is one document with a row for each record', async () => {
  const child = spawn(process.execPath, [...program, '-', ...CHOICE, '--json', '-q'], { stdio: ['pipe', 'pipe', 'inherit'] });
  child.stdin.end(`id;name;phone;email\n07;${NORA.replaceAll(',', ';')}\n1;${NORA.replaceAll(',', ';')}\n`);
  let text = '';
  for await (const chunk of child.stdout) text += chunk;
  const { rows, ...report } = JSON.parse(text);
  expect(report).toMatchObject({ records: 2, clusters: 1, output: null });
  expect(rows.map(({ id, cluster }: { id: string; cluster: string }) => [id, cluster])).toEqual([
    ['07', '1'],
    ['1', '1'],
  ]);
});

test('a run that is interrupted while it computes ends, and leaves neither a result nor a part of one', async () => {
  const path = join(folder, 'many.csv');
  const rows = Array.from({ length: 60_000 }, (_, n) => `${n},P${(n * 7919) % 60_000} Q${n % 997},${3_120_000_000 + n},m${n}@mail.test`);
  writeFileSync(path, ['id,name,phone,email', ...rows].join('\n'));
  const before = readdirSync(folder);
  const child = spawn(process.execPath, [...program, path, ...CHOICE, '--output', join(folder, 'many.out')]);
  // Once the first step is told the program is inside the second, which hears nothing until it is done.
  child.stderr.once('data', () => child.kill('SIGINT'));
  const [code, signal] = await new Promise<[number | null, string | null]>((resolve) => child.on('exit', (...end) => resolve(end)));
  expect(code === 130 || signal === 'SIGINT').toBe(true);
  expect(existsSync(join(folder, 'many.out'))).toBe(false);
  expect(readdirSync(folder)).toEqual(before);
});

test('a reader that has enough is no failure', async () => {
  const path = join(folder, 'phones.csv');
  // More than a pipe holds.
  writeFileSync(path, `id,phone\n${Array.from({ length: 20_000 }, (_, n) => `row number ${n},${3_120_000_000 + n * 7919}\n`).join('')}`);
  const child = spawn(process.execPath, [...program, path, '--columns', 'phone=phone', '--id', 'id', '-q'], {
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let said = '';
  child.stderr.on('data', (chunk) => (said += chunk));
  child.stdout.once('data', () => child.stdout.destroy());
  const code = await new Promise((resolve) => child.on('exit', resolve));
  expect([code, said]).toEqual([0, '']);
});
