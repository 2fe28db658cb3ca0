import { BAD_BYTE, quote as quoted } from './encode.ts';
import type { LeadFacts, Quote, World } from './model.ts';
import { makeRandom, type Random } from './random.ts';
import {
  bare,
  type Cell,
  type Columns,
  CREATED,
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
import { branchCell, labelCell, sellerCell, sourceCell, statusCell } from './wording.ts';
import { odd, writeDay, writeDuration, writeMoney, writeQuote, writeSize, writeTime } from './writing.ts';

export interface LeadLine {
  quote: Quote;
  lead: LeadFacts;
}

/**
 * The full report and the reduced one of March 2026. Both tell the same of a lead, so
 * the end is the same whichever is read first; read by name, March creates its rows
 * and the full report then fills in what it lacked.
 */
export function leadSheets(world: World): Sheet[] {
  const lines = leadLines(world, 'exports');
  const march = lines.filter(({ quote }) => quote.received?.startsWith('2026-03') === true);
  return [reducedSheet([...march, ...leadLines(world, 'march only')]), fullSheet(lines, new Set(march.map(({ lead }) => lead)))];
}

/** The leads that first appear in the given export. */
export function leadLines(world: World, arrives: LeadFacts['arrives']): LeadLine[] {
  return world.quotes.flatMap((quote) => (quote.lead?.arrives === arrives ? [{ quote, lead: quote.lead }] : []));
}

function fullSheet(lines: LeadLine[], inMarch: ReadonlySet<LeadFacts>): Sheet {
  const random = makeRandom('lead status');
  const columns = leadColumns(random);
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(
    columns,
    lines,
    ({ lead }) => lead,
    ({ lead }) => (inMarch.has(lead) ? { kind: 'updated' } : CREATED),
  );
  withOneSidedSizes(headers, rows, lines);
  const extra = [
    vary(
      headers,
      early(rows, 30),
      { 'Quote #': '399201', 'Branch Name': 'EDMONTON 🇨🇦 - Prairie Peak Movers Test Location' },
      skipped('test_record'),
    ),
    asLine(
      vary(headers, early(rows, 35), { 'Quote #': '399202', 'Referral Source': `Caf${BAD_BYTE} Board` }, quarantined('unreadable_bytes')),
    ),
    vary(headers, early(rows, 40), { 'Quote #': '399203', 'Time to Contact': 'soon' }, quarantined('unreadable_duration')),
    vary(headers, early(rows, 45), { 'Quote #': '399204', 'Received at': '2/30/2026 9:05 AM' }, quarantined('unreadable_date')),
    vary(headers, early(rows, 50), {}, skipped('repeated_row')),
    vary(headers, early(rows, 55), { 'Estimated Revenue': '99999.99' }, quarantined('conflicting_repeat')),
    bare(headers, Object.fromEntries(headers.map((header) => [header, header])), skipped('repeated_header')),
    vary(headers, early(rows, 60), { 'Quote #': '' }, quarantined('missing_key')),
    tooLong(vary(headers, early(rows, 65), { 'Quote #': '399205' }, quarantined('ragged_row'))),
    bare(headers, {}, skipped('blank_row')),
    vary(headers, early(rows, 70), { 'Quote #': '399206', 'Estimated Revenue': '12.3.4' }, quarantined('unreadable_number')),
  ];
  return {
    folder: 'exports',
    file: 'lead-status.csv',
    kind: 'lead_status',
    titles: [],
    headers,
    rows: scatter(random, rows, extra),
    format: { type: 'csv', endOfLine: '\n', encoding: 'utf-8' },
  };
}

function reducedSheet(lines: LeadLine[]): Sheet {
  const random = makeRandom('lead status: march');
  const all = leadColumns(random);
  const columns = ['Quote #', 'Branch Name', 'Status', 'Sales Person', 'Time to Contact', 'Referral Source'].flatMap((wanted) =>
    all.filter(([header]) => header === wanted),
  );
  const headers = columns.map(([header], position) => (position % 2 === 0 ? `${header.toUpperCase()} ` : ` ${header}`));
  const rows = rowsOf(columns, lines, ({ lead }) => lead);
  return {
    folder: 'exports',
    file: 'lead-status-march (reduced).csv',
    kind: 'lead_status',
    titles: [],
    headers,
    rows,
    format: { type: 'csv', endOfLine: '\r\n', encoding: 'utf-8' },
  };
}

/** The sixteen columns of the report. */
export function leadColumns(random: Random): Columns<LeadLine> {
  return [
    ['Quote #', ({ quote }) => writeQuote(random, quote.number)],
    ['Branch Name', ({ lead }) => branchCell(lead.wording.branch)],
    ['Status', ({ lead }) => statusCell(lead.status)],
    ['Lead Status', ({ lead }) => labelCell(lead.label)],
    ['Service Type', ({ quote }) => quote.serviceType],
    ['Volume/Weight', ({ quote }) => writeSize(quote.volume, quote.weight)],
    ['Received at', ({ quote }) => writeTime(quote.received)],
    ['Service Date', ({ quote }) => writeDay(random, quote.serviceDate)],
    ['Quote Sent', ({ lead }) => writeTime(lead.quoteSent)],
    ['Sales Person', ({ lead }) => sellerCell(lead.wording.seller)],
    ['Estimator', ({ quote }) => (quote.volume !== null && quote.volume > 2000 ? 'Elise Fontaine' : '')],
    ['Move Coordinator', () => ''],
    ['Time to Contact', ({ lead }) => writeDuration(random, lead.contactMinutes)],
    ['Last Communication', ({ lead }) => writeTime(lead.lastCommunication)],
    ['Referral Source', ({ lead }) => sourceCell(lead.wording.source)],
    ['Estimated Revenue', ({ quote, lead }) => writeMoney(random, lead.revenueCents, quote.branch.currency)],
  ];
}

function withOneSidedSizes(headers: readonly string[], rows: readonly Row[], lines: readonly LeadLine[]): void {
  const position = headers.indexOf('Volume/Weight');
  rows.forEach((row, nth) => {
    const quote = lines[nth]?.quote;
    if (quote?.volume === null || quote === undefined || nth % 25 !== 3) return;
    const cell: Cell =
      nth % 50 === 3
        ? odd('size-no-volume', `-- cuft / ${quote.weight} lbs`, `|${quote.weight}`)
        : odd('size-no-weight', `${quote.volume} cuft / -- lbs`, `${quote.volume}|`);
    row.cells[position] = cell;
  });
}

function asLine(row: Row): Row {
  return { ...row, raw: row.cells.map((cell) => quoted(textOf(cell))).join(',') };
}

function tooLong(row: Row): Row {
  return { ...row, raw: `${asLine(row).raw},one,too many` };
}
