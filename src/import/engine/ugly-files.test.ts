import { appendFileSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { modules } from '../../app.ts';
import { type ScratchDatabase, withDatabase } from '../../../tests/database.ts';
import { fileKinds } from '../file-kind.ts';
import { partsOf, zipOf } from '../formats/xlsx/workbook-fixture.ts';
import { importText } from '../testing/import-text.ts';
import { collectFiles } from './collect-files.ts';
import { storeRawFile } from './store-raw-file.ts';
import { watchFile } from './watch-file.ts';

const kinds = fileKinds.collect(modules);
const HEADER = 'Job Id,Job Number,Opportunity Status,Branch Name,Customer Name,Job Date,Total Actual Cost';

let scratch: ScratchDatabase;
let folder: string;
beforeAll(async () => {
  scratch = await withDatabase();
});
afterAll(() => scratch.drop());
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-ugly-'));
});
afterEach(async () => {
  rmSync(folder, { recursive: true, force: true });
  await scratch.database.inBusiness(scratch.businessId, (transaction) =>
    transaction.run('delete from journey.jobs where business_id = $1', [scratch.businessId]),
  );
});

test('semicolons with decimal commas are read as such, and the report says so', async () => {
  const report = await importText(scratch, kinds, {
    'jobs.csv': `${HEADER.replaceAll(',', ';')}\nA;1-1;Booked;;Élodie;3/4/2026;1.234,50\nB;2-1;Booked;;Zoé;3/5/2026;1,234\nC;3-1;Booked;;Luc;3/6/2026;12,5 $\n`,
  });
  // 1,234 beside 1.234,50 is one and a quarter, not a thousand.
  expect(await jobs('total_actual_cost::text')).toEqual(['1234.50', '1.23', '12.50']);
  expect(report.notes).toEqual([{ name: 'jobs.csv', message: expect.stringContaining('decimal commas') }]);
});

test('a comma that may be either is thousands where nothing says otherwise', async () => {
  await importText(scratch, kinds, { 'jobs.csv': `${HEADER.replaceAll(',', ';')}\nA;1-1;Booked;;Al;3/4/2026;1,234\n` });
  expect(await jobs('total_actual_cost::text')).toEqual(['1234.00']);
});

test('dates that can only be day first make the whole file day first, and the quarantined row keeps what it held', async () => {
  const report = await importText(scratch, kinds, {
    'jobs.csv': `${HEADER}\nA,1-1,Booked,,Al,13/5/2026,1\nB,2-1,Booked,,Bo,3/4/2026,1\nC,3-1,Booked,,Cy,31/12/2025,x\nD,4-1,Booked,,Di,28/2/2026,1\n`,
  });
  expect(await jobs('job_date::text')).toEqual(['2026-05-13', '2026-04-03', '2026-02-28']);
  expect(report.notes).toEqual([{ name: 'jobs.csv', message: expect.stringContaining('day first') }]);
  const [kept] = await rows<{ raw: string }>(`select raw from import.quarantined_rows where business_id = $1 and state = 'open'`);
  expect(kept?.raw).toContain('31/12/2025');
});

test('one date that is no month first among others that are stays month first, and is quarantined', async () => {
  const report = await importText(scratch, kinds, {
    'jobs.csv': `${HEADER}\nA,1-1,Booked,,Al,13/5/2026,1\nB,2-1,Booked,,Bo,14/6/2026,1\nC,3-1,Booked,,Cy,3/14/2026,1\n`,
  });
  expect(report.totals.quarantinedBy).toEqual({ unreadable_date: 2 });
  expect(report.notes).toEqual([]);
});

test('an amount in another currency than its branch is never taken for it', async () => {
  const report = await importText(scratch, kinds, {
    'jobs.csv': `${HEADER}\nA,1-1,Booked,AUSTIN 🇺🇸 - M,Al,3/4/2026,US$100\nB,2-1,Booked,CALGARY 🇨🇦 - M,Bo,3/4/2026,US$100\nC,3-1,Booked,CALGARY 🇨🇦 - M,Cy,3/4/2026,CA$100\nD,4-1,Booked,AUSTIN 🇺🇸 - M,Di,3/4/2026,£100\nE,5-1,Booked,CALGARY 🇨🇦 - M,Ed,3/4/2026,$100\n`,
  });
  expect(report.totals.quarantinedBy).toEqual({ other_currency: 2 });
  expect(await jobs('job_id')).toEqual(['A', 'C', 'E']);
  expect(report.samples['jobs.csv']?.map(({ message }) => message)).toEqual([
    'Total Actual Cost: expected an amount in CAD, the currency of its branch, found "US$100".',
    'Total Actual Cost: expected an amount in USD, the currency of its branch, found "£100".',
  ]);
});

test('where the report names no branch, no currency can be told, and an amount is read whatever it names', async () => {
  const report = await importText(scratch, kinds, {
    'lost-leads.csv':
      'Quote #,Name,Lost Date,Date Received,Estimated Amount\n900,Al,5/9/2026,4/2/2026,US$10\n901,Bo,5/9/2026,4/2/2026,CA$10\n',
  });
  expect(report.totals).toMatchObject({ created: 2, quarantined: 0 });
});

test('a file parted by ^ or ~ is read, and one parted by nothing we know is refused instead of being one column', async () => {
  for (const delimiter of ['^', '~']) {
    const text = `${HEADER}\n${delimiter},1-1,Booked,,Al,3/4/2026,1\n`.replaceAll(',', delimiter);
    const report = await importText(
      scratch,
      kinds,
      { 'jobs.txt': text.replace(`\n${delimiter}${delimiter}`, `\nA${delimiter}`) },
      { execute: false },
    );
    expect(report.totals).toMatchObject({ rows: 1, created: 1 });
  }
  const unknown = importText(scratch, kinds, { 'jobs.txt': `${HEADER}\nA,1-1,Booked,,Al,3/4/2026,1\n`.replaceAll(',', '#') });
  await expect(unknown).rejects.toMatchObject({ code: 'unrecognised_file' });
});

test('characters nobody sees are no part of a key, a name or an amount', async () => {
  const text = (id: string, cost: string) => `${HEADER}\n${id},1-1,Booked,,\u202eAl\u202c\u00a0,3/4/2026,"${cost}"\n`;
  await importText(scratch, kinds, { 'jobs.csv': text('\u200bA\ufeff', '１,２３４.５０') });
  const again = await importText(scratch, kinds, { 'jobs.csv': text('A', '$1,\u200b234.50') });
  expect(again.totals).toMatchObject({ same: 1, created: 0 });
  expect(await jobs(`job_id || '|' || customer_name || '|' || total_actual_cost`)).toEqual(['A|Al|1234.50']);
});

test('a header that stands twice and columns that are not read are named', async () => {
  const report = await importText(scratch, kinds, {
    'jobs.csv': `${HEADER},Shoe Size,Job Date\nA,1-1,Booked,,Al,3/4/2026,1,44,3/9/2026\n`,
  });
  expect(await jobs('job_date::text')).toEqual(['2026-03-04']);
  expect(report.notes.map(({ message }) => message)).toEqual([
    'the header "Job Date" stands in columns 6 and 9; column 6 is read. Rename the other one, or delete it.',
    'one column is not part of jobs and not read: Shoe Size.',
  ]);
});

test('a hidden sheet is left out and named; a day number without a date format is a date, also in the 1904 system', async () => {
  const cell = (ref: string, text: string) => `<c r="${ref}" t="inlineStr"><is><t>${text}</t></is></c>`;
  const sheet = (id: string, day: number) =>
    `<row r="1">${cell('A1', 'Job Id')}${cell('B1', 'Job Number')}${cell('C1', 'Job Date')}</row><row r="2">${cell('A2', id)}${cell('B2', '1-1')}<c r="C2"><v>${day}</v></c></row>`;
  // 46085 days after 30 December 1899, and 44623 after 1 January 1904, are 4 March 2026.
  const report = await importText(scratch, kinds, {
    'a.xlsx': zipOf(
      partsOf({
        sheets: [
          { name: 'jobs', rows: sheet('A', 46085) },
          { name: 'old', state: 'hidden', rows: sheet('H', 46085) },
        ],
      }),
    ),
    'b.xlsx': zipOf(partsOf({ is1904: true, sheets: [{ name: 'jobs', rows: sheet('B', 44623) }] })),
  });
  expect(await jobs(`job_id || ' ' || job_date`)).toEqual(['A 2026-03-04', 'B 2026-03-04']);
  expect(report.notes).toEqual([{ name: expect.stringContaining('a.xlsx'), message: expect.stringContaining('"old" is hidden') }]);
});

test('a header we do not know is told what it lacks, and a web page named .xls what it is', async () => {
  await expect(importText(scratch, kinds, { 'x.csv': 'Provider,Customer Name\nYelp,Al\n' })).rejects.toMatchObject({
    code: 'unrecognised_file',
    message: expect.stringContaining('Row 1 comes nearest: it has "Provider", "Customer Name" of bad_leads, but not "Date Lead Received".'),
  });
  await expect(importText(scratch, kinds, { 'x.xls': '<html><table><tr><td>Job Id</td></tr></table></html>' })).rejects.toMatchObject({
    code: 'unsupported_format',
    message: expect.stringContaining('web page'),
  });
});

test('a folder that links to itself is read once, and what systems leave in folders is passed over', () => {
  for (const name of ['Thumbs.db', 'desktop.ini', '.DS_Store', '~$jobs.xlsx', 'jobs.csv', 'exports.zip'])
    writeFileSync(join(folder, name), 'x');
  mkdirSync(join(folder, 'sub'));
  symlinkSync(folder, join(folder, 'sub', 'up'));
  symlinkSync(join(folder, 'nowhere'), join(folder, 'broken.csv'));
  expect(collectFiles([folder])).toEqual({ files: [join(folder, 'jobs.csv')], ignored: [join(folder, 'exports.zip')] });
});

test('a file that is written to while it is read is refused, and nothing is kept under the hash of what it was', async () => {
  const path = join(folder, 'jobs.csv');
  writeFileSync(path, 'one');
  const requireUnchanged = watchFile(path);
  expect(requireUnchanged).not.toThrow();
  appendFileSync(path, 'two');
  expect(requireUnchanged).toThrow('changed while it was being read');
  await expect(storeRawFile(folder, path, 'abcd', requireUnchanged)).rejects.toMatchObject({ code: 'file_changed' });
  await expect(storeRawFile(folder, path, 'abcd')).resolves.toBe(join('raw', 'ab', 'abcd'));
});

async function jobs(expression: string): Promise<unknown[]> {
  return (await rows<{ value: unknown }>(`select ${expression} as value from journey.jobs where business_id = $1 order by job_id`)).map(
    ({ value }) => value,
  );
}

function rows<Row extends Record<string, unknown>>(sql: string): Promise<Row[]> {
  return scratch.database.inBusiness(scratch.businessId, (transaction) => transaction.rows<Row>(sql, [scratch.businessId]), 'read');
}
