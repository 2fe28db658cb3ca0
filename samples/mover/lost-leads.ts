import { nameCell } from './job-columns.ts';
import type { LostFacts, Quote, World } from './model.ts';
import { makeRandom } from './random.ts';
import { bare, type Columns, early, quarantined, rowsOf, scatter, type Sheet, skipped, vary } from './sheet.ts';
import { writeDay, writeDuration, writeMoney, writeQuote, writeTime } from './writing.ts';

interface LostLine {
  quote: Quote;
  lost: LostFacts;
}

/** The lost leads, in Windows-1252, with the estimated amount of the fuller export. */
export function lostLeadSheet(world: World): Sheet {
  const random = makeRandom('lost leads');
  const columns: Columns<LostLine> = [
    ['Quote #', ({ quote }) => writeQuote(random, quote.number)],
    ['Name', ({ lost }) => nameCell(lost.name)],
    ['Lost Date', ({ lost }) => writeDay(random, lost.lostDate)],
    ['Move Date', ({ quote }) => writeDay(random, quote.serviceDate)],
    ['Reason', ({ lost }) => lost.reason],
    ['Date Received', ({ quote }) => writeTime(quote.received)],
    ['Time to First Contact', ({ quote }) => writeDuration(random, quote.lead?.contactMinutes ?? null)],
    ['Estimated Amount', ({ quote }) => writeMoney(random, quote.lead?.revenueCents ?? null, quote.branch.currency)],
  ];
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(columns, lostLines(world), ({ lost }) => lost);
  const extra = [
    vary(headers, early(rows, 15), { 'Quote #': '399301', Name: 'Dummy Lead' }, skipped('test_record')),
    bare(headers, Object.fromEntries(headers.map((header) => [header, header])), skipped('repeated_header')),
    vary(headers, early(rows, 20), { 'Quote #': 'n/a', Name: 'Never Loaded' }, quarantined('missing_key')),
    vary(headers, early(rows, 25), { Reason: 'Another reason' }, quarantined('conflicting_repeat')),
    vary(
      headers,
      early(rows, 30),
      { 'Quote #': '399302', Name: 'Never Loaded', 'Time to First Contact': 'a while' },
      quarantined('unreadable_duration'),
    ),
    vary(headers, early(rows, 35), {}, skipped('repeated_row')),
  ];
  const total = bare(headers, { 'Quote #': 'Grand Total', 'Estimated Amount': '$214,000.00 ' }, skipped('totals_row'));
  return {
    folder: 'exports',
    file: 'lost-leads-opportunities-details.xlsx - data.csv',
    kind: 'lost_leads',
    titles: ['Lost Leads / Opportunities Details'],
    headers,
    rows: [...scatter(random, rows, extra), total],
    format: { type: 'csv', endOfLine: '\r\n', encoding: 'windows-1252' },
  };
}

/** The lost leads with their quotes. */
export function lostLines(world: World): LostLine[] {
  return world.quotes.flatMap((quote) => (quote.lost === null ? [] : [{ quote, lost: quote.lost }]));
}
