import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { writeXlsx } from 'hucre';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { Fault } from '../../../platform/fault.ts';
import { openTables, type SourceRow, type SourceTable } from '../read-tables.ts';
import { meaningOf } from './cell-formats.ts';
import { type FixtureBook, partsOf, zipOf } from './workbook-fixture.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function open(bytes: Uint8Array, name = 'x.xlsx'): Promise<SourceTable[]> {
  const path = join(folder, name);
  await writeFile(path, bytes);
  return openTables(path);
}

async function drain(table: SourceTable | undefined): Promise<SourceRow[]> {
  const rows: SourceRow[] = [];
  for await (const batch of table?.batches() ?? []) rows.push(...batch);
  return rows;
}

const rowsOf = async (book: Omit<FixtureBook, 'sheets'> & { rows: string }) =>
  drain((await open(zipOf(partsOf({ ...book, sheets: [{ name: 's', rows: book.rows }] }))))[0]);
const cellsOf = async (book: Omit<FixtureBook, 'sheets'> & { rows: string }) => (await rowsOf(book)).map((row) => row.cells);

async function refusalOf(bytes: Uint8Array): Promise<unknown> {
  try {
    for (const table of await open(bytes)) await drain(table);
    return undefined;
  } catch (error) {
    expect(error).toBeInstanceOf(Fault);
    return error instanceof Fault ? error.code : error;
  }
}

it('reads what a spreadsheet library wrote, one table for each sheet with data', async () => {
  const bytes = await writeXlsx({
    sheets: [
      {
        name: 'jobs',
        rows: [
          ['Quote #', 'Date', 'Paid'],
          [135201, new Date('2026-04-18'), true],
          [null, null, 'Zoë & Co <x>'],
        ],
      },
      { name: 'empty', rows: [] },
      { name: 'more', rows: [[0.1 + 0.2]] },
    ],
  });
  const tables = await open(bytes, '2026.xlsx');
  expect(tables.map((table) => [table.name, table.detail.sheet])).toEqual([
    ['2026.xlsx!jobs', 'jobs'],
    ['2026.xlsx!more', 'more'],
  ]);
  expect((await drain(tables[0])).map((row) => row.cells)).toEqual([
    ['Quote #', 'Date', 'Paid'],
    ['135201', '2026-04-18', 'TRUE'],
    ['', '', 'Zoë & Co <x>'],
  ]);
  expect((await drain(tables[1]))[0]?.cells).toEqual(['0.3']);
});

it('puts each cell under its column letter, fills blanks, and keeps the sheet’s row numbers', async () => {
  const rows = await rowsOf({
    rows: '<row r="3"><c r="B3"><v>1</v></c><c r="AB3"><v>2</v></c></row><row><c><v>3</v></c><c><v>4</v></c></row><row r="9"/>',
  });
  expect(rows.map((row) => row.line)).toEqual([3, 4, 9]);
  expect(rows[0]?.cells.map((cell, i) => (cell === '' ? '' : `${i}=${cell}`)).filter((cell) => cell !== '')).toEqual(['1=1', '27=2']);
  expect(rows[0]?.cells.length).toBe(28);
  expect(rows[1]?.cells).toEqual(['3', '4']);
  expect(rows[2]?.cells).toEqual([]);
});

it('writes dates, times, percentages, booleans and errors as text', async () => {
  const formats = ['m/d/yyyy', 'm/d/yyyy h:mm AM/PM', '0.00%', 'hh:mm:ss', '[h]:mm:ss', '"$"#,##0.00'];
  const cell = (style: number, value: string) => `<c s="${style}"><v>${value}</v></c>`;
  const values = [
    cell(1, '46130'),
    cell(2, '46130.378472222219'),
    cell(3, '0.9514'),
    cell(4, '3.0092592592592593E-3'),
    cell(5, '1.5'),
    cell(6, '48210.5'),
    cell(1, '0'),
    cell(3, '0.35000000000000003'),
    '<c t="b"><v>0</v></c>',
    '<c t="e"><v>#N/A</v></c>',
    '<c t="d"><v>2026-04-18T09:05:00</v></c>',
  ];
  expect(await cellsOf({ formats, rows: `<row>${values.join('')}</row>` })).toEqual([
    ['2026-04-18', '2026-04-18 09:05:00', '95.14%', '00:04:20', '36:00:00', '48210.5', '', '35%', 'FALSE', '', '2026-04-18 09:05:00'],
  ]);
});

it('counts days from 1904 when the workbook says so', async () => {
  expect(await cellsOf({ formats: ['yyyy-mm-dd'], is1904: true, rows: '<row><c s="1"><v>44668</v></c></row>' })).toEqual([['2026-04-18']]);
});

it('reads shared, rich, inline and formula texts, without phonetic guides and NULs', async () => {
  const sharedStrings =
    '<si><t xml:space="preserve"> a &amp; b</t></si><si><r><rPr><b/></rPr><t>rich</t></r><r><t>er</t></r><rPh sb="0" eb="1"><t>guide</t></rPh></si><si><t/></si>';
  const rows =
    '<row><c t="s"><v>0</v></c><c t="s"><v>1</v></c><c t="s"><v>2</v></c><c t="s"><v>99</v></c><c t="inlineStr"><is><t>in_x000A_line_x0000_</t></is></c><c t="str"><f>A1&amp;"x"</f><v>made</v></c><c t="inlineStr"><is><t><![CDATA[<c>]]></t></is></c></row>';
  expect(await cellsOf({ sharedStrings, rows })).toEqual([[' a & b', 'richer', '', '', 'in\nline', 'made', '<c>']]);
});

it('reads tags with a namespace prefix', async () => {
  const parts = partsOf({ sheets: [{ name: 's', rows: '' }] });
  const sheet = parts.at(-1);
  if (sheet !== undefined)
    sheet.content = '<x:worksheet><x:sheetData><x:row r="1"><x:c r="A1"><x:v>7</x:v></x:c></x:row></x:sheetData></x:worksheet>';
  expect((await drain((await open(zipOf(parts)))[0])).map((row) => row.cells)).toEqual([['7']]);
});

it('names hidden sheets as hidden', async () => {
  const tables = await open(zipOf(partsOf({ sheets: [{ name: 'h', state: 'hidden', rows: '<row><c><v>1</v></c></row>' }] })));
  expect(tables[0]?.detail).toEqual({ sheet: 'h', state: 'hidden' });
});

it('tells dates from percentages, times and money by their format codes', () => {
  const meanings = [
    'm/d/yyyy;@',
    '[$-409]d-mmm-yy',
    'General',
    '0.0%',
    'h:mm AM/PM',
    '[mm]:ss',
    '#,##0.00_);[Red](#,##0.00)',
    '"days" 0',
    'mmm',
    '\\d0',
    '@',
  ].map(meaningOf);
  expect(meanings).toEqual(['date', 'date', 'plain', 'percent', 'clock', 'elapsed', 'plain', 'plain', 'date', 'plain', 'plain']);
});

it('faults a row with an oversized cell', async () => {
  const rows = await rowsOf({ rows: `<row><c t="inlineStr"><is><t>${'x'.repeat(2_000_000)}</t></is></c></row><row><c><v>1</v></c></row>` });
  expect(rows.map((row) => row.fault?.code)).toEqual(['oversized_cell', undefined]);
});

const GOOD: FixtureBook = { sheets: [{ name: 's', rows: '<row><c><v>1</v></c></row>'.repeat(500) }] };

it('refuses a truncated workbook wherever it was cut', async () => {
  const whole = zipOf(partsOf(GOOD));
  for (const share of [0.1, 0.5, 0.9, 0.99]) {
    expect(await refusalOf(whole.subarray(0, Math.floor(whole.length * share)))).toBe('damaged_workbook');
  }
});

it('refuses a workbook whose sheet was changed on the way (checksum) or is cut in the middle', async () => {
  const whole = zipOf(partsOf(GOOD));
  whole.writeUInt32LE(0xdeadbeef, whole.indexOf('PK\x03\x04', whole.indexOf('xl/worksheets/sheet1.xml') - 40, 'latin1') + 14);
  const directoryEntry = whole.lastIndexOf('xl/worksheets/sheet1.xml') - 46;
  whole.writeUInt32LE(0xdeadbeef, directoryEntry + 16);
  expect(await refusalOf(whole)).toBe('damaged_workbook');

  const parts = partsOf(GOOD);
  const sheet = parts.at(-1);
  if (sheet !== undefined) sheet.content = '<worksheet><sheetData><row><c><v>1</v></c></row>';
  expect(await refusalOf(zipOf(parts))).toBe('damaged_workbook');
});

it('refuses a zip bomb by its directory, and one that lies there when it unpacks', async () => {
  const parts = partsOf(GOOD);
  const sheet = parts.at(-1);
  if (sheet !== undefined) sheet.content = Buffer.alloc(60 << 20, 32);
  expect(await refusalOf(zipOf(parts))).toBe('zip_bomb');
  if (sheet !== undefined) sheet.claimedSize = 1000;
  expect(await refusalOf(zipOf(parts))).toBe('zip_bomb');
});

it('refuses encrypted parts, other archives, and workbooks without data', async () => {
  expect(await refusalOf(zipOf(partsOf(GOOD).map((part) => ({ ...part, flags: 1 }))))).toBe('locked_workbook');
  expect(await refusalOf(zipOf([{ name: 'a.csv', content: 'a,b' }]))).toBe('unsupported_format');
  expect(await refusalOf(zipOf([{ name: 'content.xml', content: '<x/>' }]))).toBe('unsupported_format');
  expect(await refusalOf(zipOf(partsOf({ sheets: [{ name: 's', rows: '<row r="1"><c r="A1"/></row>' }] })))).toBe('empty_file');
});
