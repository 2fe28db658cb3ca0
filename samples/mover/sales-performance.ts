import type { World } from './model.ts';
import { makeRandom } from './random.ts';
import { bare, type Columns, quarantined, rowsOf, type Sheet, skipped, vary } from './sheet.ts';
import { odd, writeCount, writeMoney, writePercent } from './writing.ts';
import { sellerCell } from './wording.ts';

export interface SalesFigures {
  /** As the report spells it. */
  name: string;
  salesPerson: string;
  received: number;
  bad: number;
  sent: number;
  pending: number;
  booked: number;
  lost: number;
  cancelled: number;
  bookedCents: number;
}

/** What the report says of each seller, counted over the leads of the first export. */
export function salesFigures(world: World): SalesFigures[] {
  return REPORT_NAMES.map(([name, salesPerson]) => {
    const quotes = world.quotes.filter(
      (quote) => quote.lead !== null && quote.lead.arrives !== 'next month' && quote.seller?.canonical === salesPerson,
    );
    const count = (shape: RegExp): number => quotes.filter((quote) => shape.test(quote.lead?.status ?? '')).length;
    const won = quotes.filter((quote) => /^(booked|closed|completed)/i.test(quote.lead?.status ?? ''));
    return {
      name,
      salesPerson,
      received: quotes.length,
      bad: count(/^bad/i),
      sent: quotes.filter((quote) => quote.lead?.quoteSent !== null).length,
      pending: count(/^(new lead|lead in|opportunity|quoted|pending)/i),
      booked: won.length,
      lost: count(/^lost/i),
      cancelled: count(/^cancel/i),
      bookedCents: won.reduce((sum, quote) => sum + (quote.booked?.estimatedCents ?? 0), 0),
    };
  });
}

/** The sales figures: UTF-16 with tabs nowhere and a grand total at the end. */
export function salesPerformanceSheet(world: World): Sheet {
  const random = makeRandom('sales performance');
  const share = (header: string, part: (figures: SalesFigures) => number): Columns<SalesFigures> => [
    [header, (figures) => writeCount(part(figures))],
    [`% ${header}`, (figures) => writePercent(random, part(figures), figures.received)],
  ];
  const columns: Columns<SalesFigures> = [
    ['Name', ({ name }) => sellerCell(name)],
    ['# Leads Received', ({ received }) => writeCount(received)],
    ...share('Bad', ({ bad }) => bad),
    ...share('Sent', ({ sent }) => sent),
    ...share('Pending', ({ pending }) => pending),
    ...share('Booked', ({ booked }) => booked),
    ...share('Lost', ({ lost }) => lost),
    ...share('Cancelled', ({ cancelled }) => cancelled),
    ['Booked Total', ({ bookedCents }) => writeMoney(random, bookedCents)],
    [
      'Average Booking',
      ({ bookedCents, booked }) => (booked === 0 ? odd('money-dash', '-', '') : writeMoney(random, Math.round(bookedCents / booked))),
    ],
  ];
  const headers = columns.map(([header]) => header);
  const rows = rowsOf(columns, salesFigures(world), (figures) => figures);
  const [first] = rows;
  if (first === undefined) throw new RangeError('the mover has sellers');
  const extra = [
    vary(headers, first, { Name: 'Test Seller' }, skipped('test_record')),
    vary(headers, first, { Name: 'Season Help', '% Lost': 'lots%' }, quarantined('unreadable_percent')),
    vary(headers, first, { Name: '', '# Leads Received': '4' }, quarantined('missing_key')),
    bare(headers, { Name: 'Grand Total', '# Leads Received': '1,204' }, skipped('totals_row')),
  ];
  return {
    folder: 'exports',
    file: 'sales-person-performance (1).xlsx - data (1).csv',
    kind: 'sales_performance',
    titles: [],
    headers,
    rows: [...rows, ...extra],
    format: { type: 'csv', endOfLine: '\r\n', encoding: 'utf-16le' },
  };
}

const REPORT_NAMES: readonly (readonly [string, string])[] = [
  ['Ava S', 'Ava Sample'],
  ['Ben Carrow', 'Ben Carrow'],
  ['Ben Lindqvist', 'Ben Lindqvist'],
  ['Chris Marlow', 'Chris Marlow'],
  ['Chris Munro', 'Chris Munro'],
  ['Prairie Peak Austin - Dakota P', 'Dakota Price'],
  ['Elise Fontaine', 'Elise Fontaine'],
  ['$Marcus Oyelaran', 'Marcus Oyelaran'],
  ['Noor Haddad', 'Noor Haddad'],
];
