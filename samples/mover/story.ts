import { addDays, addMinutes } from './calendar.ts';
import type {
  BookedFacts,
  Branch,
  Contact,
  JobFacts,
  LeadFacts,
  LeadSource,
  LostFacts,
  Person,
  Place,
  Quote,
  SalesPerson,
  Wording,
} from './model.ts';
import { CITIES, PROPERTY_TYPES, STREETS } from './names.ts';
import { makeGuid, type Random } from './random.ts';

/** The day the exports were taken. */
export const AS_OF = '2026-10-01';

export interface QuoteStart {
  number: string | null;
  person: Person;
  branch: Branch;
  seller: SalesPerson | null;
  source: LeadSource | null;
  received: string | null;
  serviceDate: string | null;
}

/** A quote with nothing hanging on it yet. */
export function startQuote(random: Random, start: QuoteStart): Quote {
  const volume = random.chance(0.8) ? random.whole(180, 2400) : null;
  return {
    ...start,
    serviceType: random.pick(['Moving', 'Moving', 'Moving', 'Packing', 'Labor Only', 'Moving And Packing']),
    volume,
    weight: volume === null ? null : volume * 7,
    lead: null,
    booked: null,
    lost: null,
    jobs: [],
  };
}

/** The quote's row in the lead pool. */
export function addLead(random: Random, quote: Quote, status: string, facts: Partial<LeadFacts> = {}): LeadFacts {
  const contactMinutes = random.chance(0.08) ? null : random.pick([4, 9, 17, 48, 107, 480, 2261, -9]);
  const contacted = quote.received === null || contactMinutes === null ? null : addMinutes(quote.received, Math.max(contactMinutes, 1));
  const lead: LeadFacts = {
    status,
    label: random.pick(['default', 'default', 'Follow Up', 'Tentative Booking', 'Booked ', 'Wait list']),
    wording: spell(random, quote),
    contactMinutes,
    quoteSent: contacted,
    lastCommunication: contacted === null ? null : addMinutes(contacted, 1440 * random.whole(1, 6)),
    revenueCents: random.whole(0, 3) === 0 ? 0 : random.whole(40_000, 420_000),
    arrives: 'exports',
    ...facts,
  };
  quote.lead = lead;
  return lead;
}

/** The quote's row in the booked opportunities. */
export function addBooking(random: Random, quote: Quote, contact: Contact, status: string, facts: Partial<BookedFacts> = {}): BookedFacts {
  const estimatedCents = random.whole(45_000, 520_000);
  const isBilled = /^(closed|completed)/i.test(status);
  const booked: BookedFacts = {
    contact,
    wording: quote.lead === null || random.chance(0.3) ? spell(random, quote) : quote.lead.wording,
    status,
    bookedDate: addDays((quote.received ?? '2026-01-05').slice(0, 10), random.whole(1, 9)),
    estimatedCents,
    invoicedCents: isBilled ? estimatedCents + random.whole(-9_000, 24_000) : null,
    rateCents: random.pick([14_900, 16_900, 18_900, 22_900]),
    movingFrom: oneLine(makePlace(random, quote.branch)),
    movingTo: oneLine(makePlace(random, quote.branch)),
    arrives: 'exports',
    ...facts,
  };
  quote.booked = booked;
  return booked;
}

/** The quote's row among the lost leads. */
export function addLoss(quote: Quote, name: string, reason: string, lostDate: string): LostFacts {
  quote.lost = { name, reason, lostDate };
  return quote.lost;
}

/** One job of the quote; its yearly file follows its date. */
export function addJob(random: Random, quote: Quote, contact: Contact, statusText: string, facts: Partial<JobFacts> = {}): JobFacts {
  const status = jobStatusOf(statusText);
  const jobDate = facts.jobDate === undefined ? quote.serviceDate : facts.jobDate;
  const created = (quote.received ?? jobDate ?? '2026-01-05').slice(0, 10);
  const estimatedCents = quote.booked?.estimatedCents ?? random.whole(45_000, 520_000);
  const isDone = status === 'CLOSED';
  const job: JobFacts = {
    id: makeGuid(random),
    person: quote.person,
    sequence: quote.jobs.length + 1,
    contact,
    wording: quote.booked?.wording ?? spell(random, quote),
    statusText,
    status,
    jobType: quote.serviceType,
    jobDate,
    created,
    booked: quote.booked?.bookedDate ?? null,
    start: isDone && jobDate !== null ? `${jobDate}T08:45` : null,
    end: isDone && jobDate !== null ? `${jobDate}T${random.whole(12, 18)}:30` : null,
    estimatedCents,
    actualCents: isDone ? estimatedCents + random.whole(-12_000, 30_000) : null,
    tipCents: isDone && random.chance(0.3) ? random.whole(1, 12) * 1000 : 0,
    rateQuotedCents: quote.booked?.rateCents ?? 16_900,
    rateBilledCents: isDone && random.chance(0.6) ? 18_900 : null,
    crew: isDone ? random.whole(2, 5) : null,
    trucks: isDone ? random.whole(1, 2) : null,
    affiliate: quote.source?.category === 'Partner' ? 'Foothills Realty Group' : '',
    origin: makePlace(random, quote.branch),
    destination: makePlace(random, quote.branch),
    files: [(jobDate ?? created).slice(0, 4)],
    ...facts,
  };
  quote.jobs.push(job);
  return job;
}

/** One of the spellings of branch, seller and source, the usual one most of the time. */
export function spell(random: Random, quote: Quote): Wording {
  const usual = <T>(list: readonly T[], none: T): T =>
    list.length === 0 ? none : random.chance(0.7) ? (list[0] ?? none) : random.pick(list);
  return {
    branch: usual(quote.branch.spellings, ''),
    seller: usual(quote.seller?.spellings ?? [], ''),
    source: usual(quote.source?.spellings ?? [], ''),
  };
}

function jobStatusOf(text: string): JobFacts['status'] {
  if (/^(closed|completed)/i.test(text)) return 'CLOSED';
  if (/^booked/i.test(text)) return 'BOOKED';
  if (/^cancell?ed/i.test(text)) return 'CANCELLED';
  if (/^lost/i.test(text)) return 'LOST';
  return 'QUOTED';
}

export function makePlace(random: Random, branch: Branch): Place {
  const town = random.pick(CITIES[branch.key] ?? []);
  return {
    street: `${random.whole(1, 980)} ${random.pick(STREETS)}`,
    ...town,
    unit: random.chance(0.2) ? `${random.whole(1, 40)}` : '',
    type: random.pick(PROPERTY_TYPES),
  };
}

/** `12 Elm St, Calgary, AB T2P 1J9`. */
export function oneLine(place: Place): string {
  return `${place.street}, ${place.city}, ${place.state} ${place.zip}`;
}
