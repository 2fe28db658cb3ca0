import { type JobLine, jobColumns } from './job-columns.ts';
import type { World } from './model.ts';
import { makeGuid, makeRandom, type Random } from './random.ts';
import { bare, type Cell, CREATED, early, quarantined, type Row, rowsOf, scatter, type Sheet, skipped, textOf, vary } from './sheet.ts';
import { odd } from './writing.ts';
import { jobsOf } from './world.ts';

/** The three yearly job files: CSV, CSV without an extension, and a workbook; each its own columns in its own order. */
export function jobSheets(world: World): Sheet[] {
  const lines = jobsOf(world);
  const of = (year: string): JobLine[] =>
    lines.filter(({ job }) => job.files.includes(year)).sort((a, b) => ((a.job.jobDate ?? '') < (b.job.jobDate ?? '') ? -1 : 1));
  return [jobs2024(of('2024')), jobs2025(of('2025')), jobs2026(of('2026'))];
}

function jobs2024(lines: JobLine[]): Sheet {
  const random = makeRandom('jobs 2024');
  const columns = jobColumns(random).filter(([header]) => !LEFT_OUT_2024.test(header));
  const headers = columns.map(([header]) => header);
  const rows = withTextQuirks(
    headers,
    rowsOf(columns, lines, ({ job }) => job),
  );
  const extra = [
    vary(
      headers,
      early(rows, 5),
      { 'Job Id': makeGuid(random), 'Job Number': '399001-1', 'Customer Name': 'Test Customer' },
      skipped('test_record'),
    ),
    vary(
      headers,
      early(rows, 9),
      { 'Job Id': makeGuid(random), 'Job Number': '399002-1', 'Opportunity Status': 'Archived', ...STRANGER },
      quarantined('unknown_status'),
    ),
    vary(
      headers,
      early(rows, 12),
      { 'Job Id': makeGuid(random), 'Job Number': '399003-1', 'Total Actual Cost': 'see notes', ...STRANGER },
      quarantined('unreadable_number'),
    ),
    vary(headers, early(rows, 20), {}, skipped('repeated_row')),
    bare(headers, {}, skipped('blank_row')),
  ];
  const total = bare(headers, { 'Job Id': 'Totals', 'Total Actual Cost': '$412,000.00 ' }, skipped('totals_row'));
  return {
    folder: 'exports',
    file: '2024.xlsx - jobs.csv',
    kind: 'jobs',
    titles: [],
    headers,
    rows: [...scatter(random, rows, extra), total],
    format: { type: 'csv', endOfLine: '\r\n', encoding: 'utf-8' },
  };
}

function jobs2025(lines: JobLine[]): Sheet {
  const random = makeRandom('jobs 2025');
  const all = jobColumns(random).filter(([header]) => !LEFT_OUT_2025.test(header));
  const columns = [...all.slice(30), ...all.slice(0, 30)];
  const headers = columns.map(([header]) => header);
  const isRepeat = ({ job }: JobLine): boolean => job.files[0] === '2024';
  const rows = rowsOf(
    columns,
    lines,
    ({ job }) => job,
    (line) => (isRepeat(line) ? { kind: 'same' } : CREATED),
  );
  const extra = [
    vary(
      headers,
      early(rows, 8),
      { 'Job Id': makeGuid(random), 'Job Number': '399011-1', 'Job Date': '2/30/2025', ...STRANGER },
      quarantined('unreadable_date'),
    ),
    cutShort(
      vary(headers, early(rows, 14), { 'Job Id': makeGuid(random), 'Job Number': '399012-1', ...STRANGER }, quarantined('ragged_row')),
    ),
    vary(
      headers,
      early(rows, 22),
      { 'Total Actual Cost': '77777.77', 'Total Estimated Cost': '66666.66' },
      quarantined('conflicting_repeat'),
    ),
    vary(headers, early(rows, 25), { 'Job Id': '', 'Job Number': '399013-1', ...STRANGER }, quarantined('missing_key')),
    vary(
      headers,
      early(rows, 30),
      { 'Job Id': makeGuid(random), 'Job Number': '399014-1', 'Customer Name': 'Dummy Booking' },
      skipped('test_record'),
    ),
  ];
  const written = headers.map((header, position) => (position % 3 === 0 ? ` ${header.toLowerCase()}  ` : header));
  return {
    folder: 'exports',
    file: '2025.xlsx - jobs',
    kind: 'jobs',
    titles: [],
    headers: written,
    rows: scatter(random, rows, extra),
    format: { type: 'csv', endOfLine: '\n', encoding: 'utf-8' },
  };
}

function jobs2026(lines: JobLine[]): Sheet {
  const random = makeRandom('jobs 2026');
  const columns = jobColumns(random);
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(columns, lines, ({ job }) => job);
  withDateCells(random, headers, rows, lines);
  const extra = [
    vary(
      headers,
      early(rows, 4),
      { 'Job Id': makeGuid(random), 'Job Number': '399021-1', 'Branch Name': 'CALGARY 🇨🇦 - Prairie Peak Movers Test Location' },
      skipped('test_record'),
    ),
    vary(
      headers,
      early(rows, 6),
      { 'Job Id': makeGuid(random), 'Job Number': '399022-1', 'Customer Name': 'Placeholder Person' },
      skipped('test_record'),
    ),
    bare(headers, Object.fromEntries(headers.map((header) => [header, header])), skipped('repeated_header')),
    vary(
      headers,
      early(rows, 11),
      { 'Job Id': makeGuid(random), 'Job Number': '399023-1', 'Actual Number of Crew': 'three', ...STRANGER },
      quarantined('unreadable_number'),
    ),
  ];
  return {
    folder: 'exports',
    file: '2026.xlsx',
    kind: 'jobs',
    titles: [],
    headers,
    rows: scatter(random, rows, extra),
    format: { type: 'xlsx', sheet: 'jobs' },
  };
}

function withTextQuirks(headers: readonly string[], rows: Row[]): Row[] {
  const put = (nth: number, header: string, cell: (written: string) => Cell): void => {
    const position = headers.indexOf(header);
    const row = early(rows, nth);
    row.cells[position] = cell(textOf(row.cells[position] ?? ''));
  };
  put(30, 'Origin Address', (text) => odd('text-newline', text.replace(', ', '\n'), text.replace(', ', '\n')));
  put(31, 'Origin Street', () =>
    odd('text-formula', '=HYPERLINK("http://example.com","Elm St")', '=HYPERLINK("http://example.com","Elm St")'),
  );
  put(32, 'Origin Street', () => odd('text-formula-guarded', "'@12 Elm St", '@12 Elm St'));
  put(33, 'Origin Zip', () => odd('text-excel-guard', '="00123"', '00123'));
  put(34, 'Destination Street', () => odd('text-quotes', 'The "Old" Mill, 9 Oak Ave', 'The "Old" Mill, 9 Oak Ave'));
  return rows;
}

function withDateCells(random: Random, headers: readonly string[], rows: Row[], lines: JobLine[]): void {
  const position = headers.indexOf('Job Date');
  rows.forEach((row, nth) => {
    const day = lines[nth]?.job.jobDate;
    if (day !== null && day !== undefined && random.chance(0.4)) row.cells[position] = odd('day-xlsx-cell', day, day);
  });
}

function cutShort(row: Row): Row {
  return {
    ...row,
    raw: row.cells
      .slice(0, -2)
      .map((cell) => textOf(cell).replaceAll(/[",\n]/g, ' '))
      .join(','),
  };
}

const STRANGER = { 'Customer Name': 'Never Loaded', 'Customer Email': 'never.loaded@example.com', 'Customer Phone': '(403) 555-0198' };
const LEFT_OUT_2024 = /^(?!Total ).*Cost$|Tax|Discount|Wages|Mileage|Unit|Deductions/;
const LEFT_OUT_2025 = /(Insurance|Valuation|Storage|Handling|Trip|Truck|Travel|Additional|Other).*Cost$|Unit/;
