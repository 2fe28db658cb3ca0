import { addDays } from './calendar.ts';
import { bookedColumns, bookedLines, type BookedLine } from './booked-opportunities.ts';
import { type LeadLine, leadColumns, leadLines } from './lead-status.ts';
import type { BookedFacts, Person, Quote, World } from './model.ts';
import { makeRandom, type Random } from './random.ts';
import { CREATED, type Fate, rowsOf, type Sheet } from './sheet.ts';
import { addBooking, addLead, startQuote } from './story.ts';

export interface BookingChange {
  quote: string;
  what: 'closed' | 'cancelled' | 'rebooked' | 'new seller spelling';
  before: BookedFacts;
  after: BookedFacts;
}

export interface NextMonth {
  sheets: Sheet[];
  changes: BookingChange[];
  newBookings: BookedLine[];
  newLeads: LeadLine[];
}

/**
 * The exports of a month later: sixty quotes again, some of them changed, fifteen new
 * bookings, and the leads received since. Nothing here changes the first month's facts.
 */
export function makeNextMonth(world: World): NextMonth {
  const random = makeRandom('next month');
  const known = bookedLines(world).slice(-60);
  const changes = known.flatMap((line, nth) => changeOf(line, nth));
  const changed = new Map(changes.map((change) => [change.before, change.after]));
  const again = known.map(({ quote, booked }) => ({ quote, booked: changed.get(booked) ?? booked }));
  const fateOf = ({ booked }: BookedLine): Fate =>
    known.some((line) => line.booked === booked)
      ? { kind: 'same' }
      : changes.some(({ after }) => after === booked)
        ? { kind: 'updated' }
        : CREATED;
  const newBookings = [...bookWaitingLeads(world), ...bookStrangers(random, world)];
  const newLeads = [
    ...leadLines(world, 'next month'),
    ...newBookings.flatMap(({ quote }) => (quote.lead?.arrives === 'next month' ? [{ quote, lead: quote.lead }] : [])),
  ];
  const bookings = rowsOf(bookedColumns(random), [...again, ...newBookings], ({ booked }) => booked, fateOf);
  const leads = rowsOf(leadColumns(random), newLeads, ({ lead }) => lead);
  return {
    changes,
    newBookings,
    newLeads,
    sheets: [
      {
        folder: 'exports-next-month',
        file: 'booked-opportunities-october.csv',
        kind: 'booked_opportunities',
        titles: [],
        headers: bookedColumns(random).map(([header]) => `${header} `),
        rows: bookings,
        format: { type: 'csv', endOfLine: '\r\n', encoding: 'utf-8-bom' },
      },
      {
        folder: 'exports-next-month',
        file: 'lead-status-october.csv',
        kind: 'lead_status',
        titles: [],
        headers: leadColumns(random).map(([header]) => header),
        rows: leads,
        format: { type: 'csv', endOfLine: '\n', encoding: 'utf-8' },
      },
    ],
  };
}

function changeOf({ quote, booked }: BookedLine, nth: number): BookingChange[] {
  const number = quote.number ?? '';
  const change = (what: BookingChange['what'], facts: Partial<BookedFacts>): BookingChange[] => [
    { quote: number, what, before: booked, after: { ...booked, ...facts } },
  ];
  // Theo is the named re-booking; the others follow from their place in the file.
  if (number === '300173') return change('rebooked', { bookedDate: '2026-10-06' });
  if (booked.status !== 'Booked')
    return nth % 10 === 4 && quote.seller?.canonical === 'Ava Sample'
      ? change('new seller spelling', { wording: { ...booked.wording, seller: 'AVA SAMPLE' } })
      : [];
  if (nth % 9 === 2) return change('cancelled', { status: 'Cancelled - decided to go with another mover' });
  if (nth % 9 === 5) return change('rebooked', { bookedDate: addDays('2026-10-02', nth % 20) });
  if (nth % 3 === 0) return change('closed', { status: 'Closed', invoicedCents: (booked.estimatedCents ?? 0) + 5_000 });
  if (quote.seller?.canonical === 'Ava Sample')
    return change('new seller spelling', { wording: { ...booked.wording, seller: 'AVA SAMPLE' } });
  return [];
}

function bookWaitingLeads(world: World): BookedLine[] {
  const random = makeRandom('next month: waiting leads');
  const paolo = world.quotes.find(({ number }) => number === '300172');
  const waiting = world.quotes.filter(
    (quote) =>
      quote.number !== '300172' &&
      quote.received !== null &&
      quote.received > '2026-08-20' &&
      quote.lead?.status === 'Opportunity' &&
      quote.jobs.length === 0,
  );
  return [...(paolo === undefined ? [] : [paolo]), ...waiting.slice(-6)].map((quote, nth) => {
    const contact = { name: quote.person.name, email: `october.${nth + 1}@example.com`, phone: `(512) 555-010${nth}` };
    return laterBooking(random, quote, contact, `2026-10-${String(nth + 3).padStart(2, '0')}`);
  });
}

function bookStrangers(random: Random, world: World): BookedLine[] {
  return STRANGERS.map((name, nth) => {
    const person: Person = { id: `october-${nth + 1}`, name, trap: null, real: null };
    const model = world.quotes[nth * 40];
    if (model === undefined) throw new RangeError('the world has quotes');
    const quote = startQuote(random, {
      number: String(300_901 + nth),
      person,
      branch: model.branch,
      seller: model.seller,
      source: model.source,
      received: `2026-10-0${nth + 1}T11:05`,
      serviceDate: '2026-11-20',
    });
    // The last of them never was a lead.
    if (nth < STRANGERS.length - 1) addLead(random, quote, 'Booked', { arrives: 'next month' });
    const contact = { name, email: `${name.toLowerCase().replace(' ', '.')}@example.net`, phone: `(204) 555-010${nth}` };
    return laterBooking(random, quote, contact, `2026-10-1${nth}`);
  });
}

// Works on a copy: what is booked in October is no fact of September.
function laterBooking(random: Random, quote: Quote, contact: BookedFacts['contact'], bookedDate: string): BookedLine {
  const later = { ...quote };
  return { quote: later, booked: addBooking(random, later, contact, 'Booked', { bookedDate, arrives: 'next month' }) };
}

const STRANGERS = [
  'Ansel Overby',
  'Brigid Tarn',
  'Conrad Vey',
  'Delphi Moor',
  'Evander Lisle',
  'Flora Hythe',
  'Gareth Sorrel',
  'Hedda Wren',
];
