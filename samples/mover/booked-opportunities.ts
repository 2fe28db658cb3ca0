import { emailCell, nameCell, phoneCell } from './job-columns.ts';
import type { BookedFacts, Quote, World } from './model.ts';
import { makeRandom, type Random } from './random.ts';
import { bare, type Columns, early, quarantined, rowsOf, scatter, type Sheet, skipped, vary } from './sheet.ts';
import { branchCell, sellerCell, sourceCell, statusCell } from './wording.ts';
import { odd, writeDay, writeMoney, writeQuote } from './writing.ts';

export interface BookedLine {
  quote: Quote;
  booked: BookedFacts;
}

/** The booked opportunities of the first export, by date booked. */
export function bookedLines(world: World): BookedLine[] {
  return world.quotes
    .flatMap((quote) => (quote.booked?.arrives === 'exports' ? [{ quote, booked: quote.booked }] : []))
    .sort((a, b) => (a.booked.bookedDate < b.booked.bookedDate ? -1 : a.booked.bookedDate > b.booked.bookedDate ? 1 : 0));
}

/** A workbook whose header stands on row 3, below a title and a count. */
export function bookedSheet(world: World): Sheet {
  const random = makeRandom('booked opportunities');
  const lines = bookedLines(world);
  const columns = bookedColumns(random);
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(columns, lines, ({ booked }) => booked);
  lines.forEach(({ quote, booked }, nth) => {
    const row = rows[nth];
    if (row === undefined) return;
    if (nth % 3 === 0) row.cells[headers.indexOf('Booked Date')] = odd('day-xlsx-cell', booked.bookedDate, booked.bookedDate);
    if (nth % 7 === 0 && quote.number !== null) row.cells[0] = odd('quote-number-cell', Number(quote.number), quote.number);
    if (nth % 40 === 5 && quote.number !== null) row.cells[0] = odd('quote-open-in-new', `${quote.number} open_in_new`, quote.number);
  });
  const extra = [
    vary(headers, early(rows, 11), { 'Quote #': '399101', 'Customer Name': 'test booking' }, skipped('test_record')),
    vary(headers, early(rows, 16), { 'Quote #': 'open_in_new', ...STRANGER }, quarantined('missing_key')),
    vary(headers, early(rows, 21), { 'Quote #': '399102', 'Service Date': '13/45/2025', ...STRANGER }, quarantined('unreadable_date')),
    vary(headers, early(rows, 26), { 'Quote #': '399103', 'Estimated Amount': 'call me', ...STRANGER }, quarantined('unreadable_number')),
    vary(headers, early(rows, 33), {}, skipped('repeated_row')),
    vary(headers, early(rows, 38), { 'Invoiced Amount': '88888.88' }, quarantined('conflicting_repeat')),
  ];
  const total = bare(headers, { 'Quote #': 'Total', 'Estimated Amount': 812_345.67, 'Invoiced Amount': 799_001.1 }, skipped('totals_row'));
  return {
    folder: 'exports',
    file: 'booked-opportunities-by-date-booked.xlsx',
    kind: 'booked_opportunities',
    titles: ['Booked Opportunities by Date Booked', `1/1/2024 to 9/30/2026, containing ${rows.length + extra.length} records`],
    headers,
    rows: [...scatter(random, rows, extra), total],
    format: { type: 'xlsx', sheet: 'data' },
  };
}

/** The twenty columns of the report. */
export function bookedColumns(random: Random): Columns<BookedLine> {
  const size = (amount: number | null, unit: string): string => (amount === null ? '' : `${amount}${unit}`);
  return [
    ['Quote #', ({ quote }) => writeQuote(random, quote.number)],
    ['Status', ({ booked }) => statusCell(booked.status)],
    ['Customer Name', ({ booked }) => nameCell(booked.contact.name)],
    ['Email', ({ booked }) => emailCell(booked.contact.email)],
    ['Phone Number', ({ booked }) => phoneCell(booked.contact.phone)],
    ['Branch Name', ({ booked }) => branchCell(booked.wording.branch)],
    ['Moving From', ({ booked }) => booked.movingFrom],
    ['Moving to', ({ booked }) => booked.movingTo],
    ['Service Date', ({ quote }) => writeDay(random, quote.serviceDate)],
    ['Service Type', ({ quote }) => quote.serviceType],
    ['Weight', ({ quote }) => size(quote.weight, '')],
    ['Volume', ({ quote }) => size(quote.volume, '')],
    ['Hourly Rate', ({ quote, booked }) => writeMoney(random, booked.rateCents, quote.branch.currency)],
    ['Estimated Amount', ({ quote, booked }) => writeMoney(random, booked.estimatedCents, quote.branch.currency)],
    ['Invoiced Amount', ({ quote, booked }) => writeMoney(random, booked.invoicedCents, quote.branch.currency)],
    ['Referral Source', ({ booked }) => sourceCell(booked.wording.source)],
    ['Estimator', () => ''],
    ['Sales Person', ({ booked }) => sellerCell(booked.wording.seller)],
    ['Move Coordinator', () => ''],
    ['Booked Date', ({ booked }) => writeDay(random, booked.bookedDate)],
  ];
}

export const STRANGER = { 'Customer Name': 'Never Loaded', Email: 'never.loaded@example.com', 'Phone Number': '(403) 555-0198' };
