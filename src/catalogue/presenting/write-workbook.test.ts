import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, expect, test } from 'vitest';
import type { Answer } from '../running/answer.ts';
import { writeWorkbook } from './write-workbook.ts';

const folder = mkdtempSync(join(tmpdir(), 'workbook-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const answer: Answer = {
  id: 'made_up',
  parameters: { date_from: '2025-01-01', branch: null },
  columns: [
    { name: 'branch', type: 'text', unit: null },
    { name: 'currency', type: 'text', unit: null },
    { name: 'revenue', type: 'money', unit: 'currency' },
    { name: 'share', type: 'percent', unit: '%' },
    { name: 'jobs', type: 'integer', unit: 'jobs' },
    { name: 'first_day', type: 'date', unit: null },
    { name: 'at', type: 'instant', unit: null },
    { name: 'is_open', type: 'boolean', unit: null },
    { name: 'parts', type: 'json', unit: null },
  ],
  rows: [
    {
      branch: '=HYPERLINK("x")',
      currency: 'USD',
      revenue: 1234.5,
      share: 12.5,
      jobs: 3,
      first_day: '2025-01-31',
      at: '2025-02-01T10:00:00.000Z',
      is_open: true,
      parts: [1],
    },
    { branch: 'Calgary', currency: 'CAD', revenue: -50, share: 33.33, jobs: 0, first_day: null, at: null, is_open: null, parts: null },
  ],
  receipt: {
    definition: 'What was made up.',
    dateBasis: 'the job date',
    timeZone: 'America/Chicago',
    asOf: '2025-02-01',
    rowsCounted: 3,
    excluded: [{ reason: 'marked as duplicate', rows: 1 }],
    currency: ['CAD', 'USD'],
    linkCoverage: [],
  },
};

test('an answer comes back from a workbook cell by cell, with amounts in their own currency and shares as shares', async () => {
  const file = join(folder, 'answer.xlsx');
  await writeWorkbook(answer, file);
  const { sheets } = await readXlsx(readFileSync(file), { readStyles: true });
  const [rows, receipt] = sheets;
  expect(sheets.map((sheet) => sheet.name)).toEqual(['Answer', 'Receipt']);
  expect(rows?.freezePane).toEqual({ rows: 1 });
  expect(rows?.rows.slice(1)).toEqual([
    ['=HYPERLINK("x")', 'USD', 1234.5, 0.125, 3, new Date('2025-01-31T00:00:00Z'), new Date('2025-02-01T10:00:00Z'), true, '[1]'],
    ['Calgary', 'CAD', -50, 0.3333, 0, null, null, null, null],
  ]);
  const format = (at: string) => rows?.cells?.get(at)?.style?.numFmt;
  expect(['1,2', '2,2', '1,3', '1,4', '1,5', '1,6'].map(format)).toEqual([
    '[$USD] #,##0.00',
    '[$CAD] #,##0.00',
    '0.00%',
    '0',
    'yyyy-mm-dd',
    'yyyy-mm-dd hh:mm:ss',
  ]);
  expect(rows?.cells?.get('1,0')?.formula).toBeUndefined();
  expect(receipt?.rows).toEqual([
    ['Question', 'made_up'],
    ['What it is', 'What was made up.'],
    ['Dated by', 'the job date; zone America/Chicago; as of 2025-02-01'],
    ['Counted', '3 rows in CAD, USD'],
    ['Left out', '1 marked as duplicate'],
    ['Parameter date_from', '2025-01-01'],
    ['Instants', 'in UTC'],
  ]);
});
