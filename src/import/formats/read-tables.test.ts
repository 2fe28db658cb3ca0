import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../../platform/fault.ts';
import { openTables, type SourceRow } from './read-tables.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'tables-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(name: string, content: string | Uint8Array) {
  const path = join(folder, name);
  await writeFile(path, content);
  return openTables(path);
}

async function rowsOf(content: string | Uint8Array, name = 'x.csv'): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for (const table of await open(name, content)) {
    for await (const batch of table.batches()) rows.push(...batch);
  }
  return rows;
}

const cellsOf = async (content: string | Uint8Array) => (await rowsOf(content)).map((row) => row.cells);
const GRID = [
  ['Quote #', 'Name'],
  ['1', 'Ava'],
  ['2', 'Bé'],
];

it('reads the vendor’s saved-as names `bad-leads.xlsx - data.csv` and `2024.xlsx - jobs` as the CSV they are', async () => {
  for (const name of ['bad-leads.xlsx - data.csv', '2024.xlsx - jobs', 'sales-person-performance (1).xlsx - data (1).csv']) {
    const [table] = await open(name, 'a,b\n1,2\n');
    expect(table).toMatchObject({ name, format: 'csv' });
  }
});

it.each([[','], [';'], ['\t'], ['|']])('detects the delimiter %j below a title line', async (delimiter) => {
  const text = `My report, of March; all\n\n${['a', 'b', 'c'].join(delimiter)}\n${['1', '"2, ; 3"', 'x'].join(delimiter)}\n${['4', '5', '6'].join(delimiter)}\n`;
  expect((await cellsOf(text)).slice(-3)).toEqual([
    ['a', 'b', 'c'],
    ['1', '2, ; 3', 'x'],
    ['4', '5', '6'],
  ]);
});

it.each([['\n'], ['\r\n'], ['\r']])('reads lines that end in %j, with and without a last one', async (end) => {
  for (const last of [end, '']) {
    const rows = await rowsOf(`Quote #,Name${end}1,Ava${end}2,"Bé"${last}`);
    expect(rows.map((row) => row.cells)).toEqual(GRID);
    expect(rows.map((row) => row.line)).toEqual([1, 2, 3]);
  }
});

const TEXT = 'Quote #,Name\n1,Ava\n2,Bé\n';
const utf16be = (text: string) => Buffer.from(text, 'utf16le').swap16();
it.each([
  ['utf-8', Buffer.from(TEXT)],
  ['utf-8', Buffer.from(`\uFEFF${TEXT}`)],
  ['utf-16le', Buffer.from(`\uFEFF${TEXT}`, 'utf16le')],
  ['utf-16le', Buffer.from(TEXT, 'utf16le')],
  ['utf-16be', utf16be(`\uFEFF${TEXT}`)],
  ['utf-16be', utf16be(TEXT)],
  ['windows-1252', Buffer.from(TEXT, 'latin1')],
])('reads %s (case %#)', async (encoding, bytes) => {
  const [table] = await open('enc.csv', bytes);
  expect(table?.detail.encoding).toBe(encoding);
  expect(await cellsOf(bytes)).toEqual(GRID);
});

it('reads the quotation marks and the euro sign of Windows-1252', async () => {
  expect(await cellsOf(Buffer.from('a,b\n\x80,\x93x\x94\n', 'latin1'))).toEqual([
    ['a', 'b'],
    ['€', '“x”'],
  ]);
});

it('marks only the rows with invalid UTF-8 when the rest of the file is UTF-8', async () => {
  const bytes = Buffer.concat([Buffer.from('a,b\né,ü\nx'), Buffer.from([0xff]), Buffer.from(',y\nö,z\n')]);
  const rows = await rowsOf(bytes);
  expect(rows.map((row) => row.fault?.code)).toEqual([undefined, undefined, 'unreadable_bytes', undefined]);
  expect(rows[2]).toMatchObject({ line: 3, cells: ['x\uFFFD', 'y'], raw: 'x\uFFFD,y' });
});

it('removes NUL bytes', async () => {
  expect(await cellsOf('a,b\n1\0,"2\0"\n')).toEqual([
    ['a', 'b'],
    ['1', '2'],
  ]);
});

it('counts the line breaks inside a quoted cell as physical lines', async () => {
  const rows = await rowsOf('a,b\r\n1,"x\r\ny\r\nz"\r\n2,w\r\n');
  expect(rows.map((row) => row.line)).toEqual([1, 2, 5]);
  expect(rows[1]?.cells[1]).toBe('x\r\ny\r\nz');
});

it('reads 4 MB of any cells exactly, wherever its chunks are cut', async () => {
  const values = ['', 'x', 'Zoë 🚚', '"quoted"', 'a, b', 'two\nlines', '"', '\n', ' padded ', '€5'.repeat(300)];
  const rows = Array.from({ length: 30_000 }, (_, i) => [String(i), ...[7, 11, 13].map((n) => values[(i * n) % 10] ?? '')]);
  const text = rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n');
  expect(await cellsOf(text)).toEqual(rows);
});

it('keeps ragged rows and blank lines as rows of their own', async () => {
  expect(await cellsOf('a,b\n1\n\n1,2,3\n\n')).toEqual([['a', 'b'], ['1'], [''], ['1', '2', '3'], ['']]);
});

it('gives back the rows that a stray quote swallowed, and faults only its own line', async () => {
  const rows = await rowsOf('a,b,c\n1,"Big Al,x\n2,"Smith, J",y\n3,"two\nlines",z\n4,p,q\n');
  expect(rows.map((row) => [row.line, row.fault?.code, ...row.cells])).toEqual([
    [1, undefined, 'a', 'b', 'c'],
    [2, 'broken_quotes', '1', '"Big Al', 'x'],
    [3, undefined, '2', 'Smith, J', 'y'],
    [4, undefined, '3', 'two\nlines', 'z'],
    [6, undefined, '4', 'p', 'q'],
  ]);
  expect(rows[1]?.raw).toBe('1,"Big Al,x');
});

it('faults one line for an unterminated quote, however much follows', async () => {
  const many = Array.from({ length: 200_000 }, (_, i) => `${i},some name,and more`).join('\n');
  const rows = await rowsOf(`a,b,c\n1,"never closed,x\n${many}\n`);
  expect(rows.length).toBe(200_002);
  expect(rows.filter((row) => row.fault !== undefined).map((row) => row.line)).toEqual([2]);
  expect(rows.at(-1)?.line).toBe(200_002);
});

it('reads a file with a stray quote in each line without reading it again for each', async () => {
  const many = Array.from({ length: 20_000 }, (_, i) => `${i},"${i} inch,x`).join('\n');
  const rows = await rowsOf(`a,b,c\n${many}\n`);
  expect(rows.length).toBe(20_001);
  expect(rows.filter((row) => row.fault?.code === 'broken_quotes').length).toBe(20_000);
});

it('accepts quotes inside a cell: `5" TV` and `"5" TV"`', async () => {
  expect(await cellsOf('a,b\n5" TV,x\n"5" TV",y\n')).toEqual([
    ['a', 'b'],
    ['5" TV', 'x'],
    ['5" TV', 'y'],
  ]);
});

it('faults a row with a 10 MB cell and keeps its text', async () => {
  const big = 'x'.repeat(10_000_000);
  const rows = await rowsOf(`a,b\n1,"${big}"\n2,y\n`);
  expect(rows.map((row) => row.fault?.code)).toEqual([undefined, 'oversized_cell', undefined]);
  expect(rows[1]?.raw?.length).toBe(big.length + 4);
});

it('cuts a line of 80 MB and finds the next one', async () => {
  const rows = await rowsOf(`a,b\n1,${'x'.repeat(80_000_000)}\n2,y\n`);
  expect(rows.map((row) => [row.line, row.fault?.code])).toEqual([
    [1, undefined],
    [2, 'oversized_cell'],
    [3, undefined],
  ]);
});

it('gives the raw text of every row on request', async () => {
  const path = join(folder, 'raw.csv');
  await writeFile(path, 'a,b\n1,"x\ny"\n');
  const [table] = await openTables(path, { keepRaw: true });
  const raws: (string | undefined)[] = [];
  for await (const batch of table?.batches() ?? []) raws.push(...batch.map((row) => row.raw));
  expect(raws).toEqual(['a,b', '1,"x\ny"']);
});

it('hands out batches of at most 2,000 rows and can be read twice', async () => {
  const [table] = await open('batches.csv', 'a,b\n'.repeat(5000));
  for (let time = 0; time < 2; time++) {
    let rows = 0;
    for await (const batch of table?.batches() ?? []) {
      expect(batch.length).toBeLessThanOrEqual(2000);
      rows += batch.length;
    }
    expect(rows).toBe(5000);
  }
});

it('stops when it is told to', async () => {
  const [table] = await open('stop.csv', 'a,b\n'.repeat(500_000));
  const stop = new AbortController();
  const read = async () => {
    for await (const _batch of table?.batches(stop.signal) ?? []) stop.abort();
  };
  await expect(read()).rejects.toThrow();
});

it.each([
  ['an empty file', '', 'empty_file'],
  ['a file of blank lines', '\n \n', 'empty_file'],
  ['a password-protected or .xls workbook', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'locked_workbook'],
  ['a PDF', '%PDF-1.7', 'unsupported_format'],
  ['a JSON array', '[{"a":1}]', 'unsupported_format'],
])('refuses %s with a message that says what to do', async (_what, content, code) => {
  const refusal = await open('bad.bin', content).catch((error: unknown) => error);
  expect(refusal).toBeInstanceOf(Fault);
  expect(refusal).toMatchObject({ code, exit: 'usage' });
});

it('refuses a path that is missing or a folder', async () => {
  await expect(openTables(join(folder, 'nowhere.csv'))).rejects.toMatchObject({ code: 'unreadable_file' });
  await expect(openTables(folder)).rejects.toMatchObject({ code: 'unreadable_file' });
});

it('reads JSON lines under a header of all keys, nested values as JSON', async () => {
  const rows = await rowsOf('{"a":1,"b":"x"}\n{"b":null,"c":{"d":[1]}}\n\nbroken\n{"a":1e21,"b":0.1}\n', 'x.jsonl');
  expect(rows.map((row) => row.cells)).toEqual([
    ['a', 'b', 'c'],
    ['1', 'x', ''],
    ['', '', '{"d":[1]}'],
    [''],
    ['broken'],
    ['1000000000000000000000', '0.1', ''],
  ]);
  expect(rows.map((row) => row.line)).toEqual([0, 1, 2, 3, 4, 5]);
  expect(rows[4]).toMatchObject({ raw: 'broken', fault: { code: 'broken_json' } });
});

it('shows a key that appears after the first 1,000 objects as a surplus cell', async () => {
  const rows = await rowsOf(`${'{"a":1}\n'.repeat(1000)}{"a":2,"z":3}\n`, 'x.jsonl');
  expect(rows.at(-1)?.cells).toEqual(['2', 'z=3']);
});
