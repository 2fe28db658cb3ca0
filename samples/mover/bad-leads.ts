import { emailCell, nameCell, phoneCell } from './job-columns.ts';
import type { BadLead, World } from './model.ts';
import { makeRandom } from './random.ts';
import {
  bare,
  type Cell,
  type Columns,
  early,
  quarantined,
  type Row,
  rowsOf,
  scatter,
  type Sheet,
  skipped,
  textOf,
  vary,
} from './sheet.ts';
import { sourceCell } from './wording.ts';
import { odd, writeDay } from './writing.ts';

/** The bad leads; no quote number, and one stray quotation mark that must not swallow the rows after it. */
export function badLeadSheet(world: World): Sheet {
  const random = makeRandom('bad leads');
  const columns: Columns<BadLead> = [
    ['Provider', (bad) => sourceCell(bad.provider)],
    ['Customer Name', (bad) => nameCell(bad.contact.name)],
    ['Customer Email', (bad) => emailCell(bad.contact.email)],
    ['Customer Phone', (bad) => phoneCell(bad.contact.phone)],
    ['Move Date', (bad) => writeDay(random, bad.moveDate)],
    ['Date Lead Received', (bad) => writeDay(random, bad.received)],
    ['Lead Bad Reason', (bad) => bad.reason],
  ];
  const headers = columns.map(([header]) => header);
  const rows = withTextQuirks(
    headers,
    rowsOf(columns, world.badLeads, (bad) => bad),
  );
  const extra = [
    vary(headers, early(rows, 12), { 'Customer Name': 'Robin Test' }, skipped('test_record')),
    vary(headers, early(rows, 20), {}, skipped('repeated_row')),
    vary(headers, early(rows, 25), { 'Lead Bad Reason': 'Training lead' }, quarantined('conflicting_repeat')),
    bare(headers, {}, skipped('blank_row')),
    vary(headers, early(rows, 28), { ...STRANGER, 'Date Lead Received': '31/31/2025' }, quarantined('unreadable_date')),
  ];
  const scattered = scatter(random, rows, extra);
  // No quotation mark may follow the stray one, so that its reach is the end of the file.
  const stray: Row = {
    cells: [],
    fate: quarantined('broken_quotes'),
    about: null,
    raw: 'Website Form,"Never Loaded,never.loaded@example.com,(403) 555-0198,,9/1/2026,Spam',
    line: 0,
  };
  return {
    folder: 'exports',
    file: 'bad-leads.xlsx - data.csv',
    kind: 'bad_leads',
    titles: [],
    headers,
    rows: [...scattered.slice(0, -3), stray, ...scattered.slice(-3)],
    format: { type: 'csv', endOfLine: '\n', encoding: 'utf-8' },
  };
}

function withTextQuirks(headers: readonly string[], rows: Row[]): Row[] {
  const put = (nth: number, header: string, cell: (written: string) => Cell): void => {
    const position = headers.indexOf(header);
    const row = early(rows, nth);
    row.cells[position] = cell(textOf(row.cells[position] ?? ''));
  };
  put(40, 'Lead Bad Reason', () => odd('text-formula', "=cmd|'/c calc'!A1", "=cmd|'/c calc'!A1"));
  put(41, 'Lead Bad Reason', () => odd('text-newline', 'Spam\nand again', 'Spam\nand again'));
  const named = rows.findIndex((row, nth) => nth > 41 && textOf(row.cells[1] ?? '').includes(' '));
  put(named, 'Customer Name', (name) => odd('name-nul-byte', name.replace(' ', '\0 '), name));
  return rows;
}

const STRANGER = { 'Customer Name': 'Never Loaded', 'Customer Email': 'never.loaded@example.com', 'Customer Phone': '(403) 555-0198' };
