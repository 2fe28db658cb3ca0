import { BRANCHES, LEAD_SOURCES, SALES_PEOPLE, UNRESOLVED } from '../../samples/mover/directory.ts';
import type { Branch, World, Wording, Zone } from '../../samples/mover/model.ts';
import { isLead, linksOf } from '../../samples/mover/truth-links.ts';
import { type SalesFigures, salesFigures } from '../../samples/mover/sales-performance.ts';
import { type FileTruth, fileTruths } from '../../samples/mover/truth-files.ts';
import { type Household, householdsOf, namingRows } from '../../samples/mover/truth-people.ts';
import { statusGroup } from '../../samples/mover/truth-totals.ts';
import { PHONE_USERS, type PhoneUser } from '../../samples/mover/user-performance.ts';
import { jobsOf, makeWorld } from '../../samples/mover/world.ts';
import { firstSheets } from '../../samples/write-samples.ts';
import { instantOf, ZONE } from './clock.ts';

// What is true about the sample mover, as plain lists: read from the world that the generator made
// up, never from the files it wrote, the tables they were loaded into or any SQL.

export interface Lookups {
  branch_name: string;
  currency: string;
  sales_person_name: string;
  lead_source_name: string;
  category: string;
}

export interface Job extends Lookups {
  customer: string;
  status: string;
  is_sold: boolean;
  day: string | null;
  created: string;
  booked: string | null;
  zone: Zone;
  rating: number | null;
  job_type: string;
  affiliate: string | null;
  origin_city: string;
  origin_state: string;
  destination_city: string;
  destination_state: string;
  worth: number | null;
  revenue: number | null;
  estimated: number | null;
  actual: number | null;
  crew: number | null;
  trucks: number | null;
  hours: number | null;
  rateQuoted: number | null;
  rateBilled: number | null;
  quote: string | null;
}

export interface Lead extends Lookups {
  quote: string;
  customer: string | null;
  group: string;
  status: string;
  is_quoted: boolean;
  is_won: boolean;
  minutes: number | null;
  estimated: number | null;
  hasOpportunity: boolean;
  /** Milliseconds since 1970; null where only the reduced report names the lead. */
  received: number | null;
  quoteSent: number | null;
  moveDate: string | null;
}

export interface Opportunity extends Lookups {
  quote: string;
  customer: string;
  group: string;
  stands: boolean;
  amount: number | null;
  estimated: number | null;
  invoiced: number | null;
  booked: string;
}

export interface Lost extends Lookups {
  quote: string;
  customer: string;
  reason: string;
  amount: number | null;
  lostDate: string;
  moveDate: string | null;
  minutes: number | null;
}

export interface Bad {
  customer: string | null;
  provider: string;
  reason: string;
  category: string;
  lead_source_name: string;
  email: string;
  received: string;
  moveDate: string | null;
}

export interface Facts {
  jobs: Job[];
  leads: Lead[];
  opportunities: Opportunity[];
  lost: Lost[];
  bad: Bad[];
  /** Earliest true lead day of each person. */
  firstLead: Record<string, string | null>;
  /** Lines of the two performance reports: whether each means a sales person, and what it says was booked. */
  reports: { joint: string; isLinked: boolean; amount: number | null }[];
  sales: SalesFigures[];
  /** Everybody whom a row names. */
  people: string[];
  households: Household[];
  phoneUsers: readonly PhoneUser[];
  /** What becomes of the rows of each file, by how the generator meant them. */
  files: FileTruth[];
}

/** Everything that is true on the day of the exports. */
export function readFacts(): Facts {
  const world = makeWorld();
  const links = linksOf(world);
  const firstLead = Object.fromEntries(Object.entries(links.timeline).map(([person, { firstLeadDate }]) => [person, firstLeadDate]));
  return {
    jobs: jobsOf(world).map(({ quote, job }) => {
      const [estimated, actual] = [money(job.estimatedCents), money(job.actualCents)];
      const isSold = job.status === 'BOOKED' || job.status === 'CLOSED';
      return {
        ...lookupsOf(quote.branch, job.wording),
        customer: job.person.id,
        status: job.status,
        is_sold: isSold,
        day: job.jobDate,
        created: job.created,
        booked: job.booked,
        zone: zoneOf(quote.branch, job.wording),
        rating: job.tipCents > 0 ? 5 : null,
        job_type: job.jobType,
        affiliate: job.affiliate === '' ? null : job.affiliate,
        origin_city: job.origin.city,
        origin_state: job.origin.state,
        destination_city: job.destination.city,
        destination_state: job.destination.state,
        worth: actual ?? estimated,
        revenue: isSold ? (actual ?? estimated) : null,
        estimated,
        actual,
        crew: job.crew,
        trucks: job.trucks,
        hours: job.start === null || job.end === null ? null : (Date.parse(`${job.end}:00Z`) - Date.parse(`${job.start}:00Z`)) / 3_600_000,
        rateQuoted: money(job.rateQuotedCents),
        rateBilled: money(job.rateBilledCents),
        quote: quote.number,
      };
    }),
    leads: world.quotes.filter(isLead).flatMap(({ number, branch, lead, received, serviceDate }) => {
      if (lead === null || number === null) return [];
      const group = statusGroup(lead.status);
      return [
        {
          ...lookupsOf(branch, lead.wording),
          quote: number,
          customer: links.leadToPerson[number] ?? null,
          group,
          status: lead.status,
          is_quoted: (lead.quoteSent !== null && lead.arrives !== 'march only') || ['BOOKED', 'CLOSED', 'CANCELLED'].includes(group),
          is_won: group === 'BOOKED' || group === 'CLOSED',
          minutes: lead.contactMinutes,
          // The reduced report of March says nothing of money or when a quote was sent.
          estimated: lead.arrives === 'march only' ? null : money(lead.revenueCents),
          hasOpportunity: links.leadToOpportunity[number] !== undefined,
          ...(lead.arrives === 'march only'
            ? { received: null, quoteSent: null, moveDate: null }
            : {
                received: instantOf(received, zoneOf(branch, lead.wording)),
                quoteSent: instantOf(lead.quoteSent, zoneOf(branch, lead.wording)),
                moveDate: serviceDate,
              }),
        },
      ];
    }),
    opportunities: world.quotes.flatMap(({ number, branch, person, booked }) => {
      if (booked?.arrives !== 'exports' || number === null) return [];
      const group = statusGroup(booked.status);
      return [
        {
          ...lookupsOf(branch, booked.wording),
          quote: number,
          customer: person.id,
          group,
          stands: !['CANCELLED', 'LOST', 'BAD'].includes(group),
          amount: money(booked.invoicedCents) ?? money(booked.estimatedCents),
          estimated: money(booked.estimatedCents),
          invoiced: money(booked.invoicedCents),
          booked: booked.bookedDate,
        },
      ];
    }),
    lost: world.quotes.flatMap((quote) => {
      if (quote.lost === null || quote.number === null) return [];
      const inPool = isLead(quote) && quote.lead !== null;
      return [
        {
          ...(inPool && quote.lead !== null ? lookupsOf(quote.branch, quote.lead.wording) : NOBODY),
          quote: quote.number,
          customer: quote.person.id,
          reason: quote.lost.reason,
          amount: money(quote.lead?.revenueCents ?? null),
          lostDate: quote.lost.lostDate,
          moveDate: quote.serviceDate,
          minutes: quote.lead?.contactMinutes ?? null,
        },
      ];
    }),
    bad: badOf(world),
    firstLead,
    sales: salesFigures(world),
    people: [...new Set(namingRows(world).map(({ personId }) => personId))],
    households: householdsOf(world),
    phoneUsers: PHONE_USERS,
    files: fileTruths(firstSheets(world)),
    reports: [
      ...salesFigures(world).map(({ bookedCents }) => ({
        joint: 'sales performance → sales person',
        isLinked: true,
        amount: money(bookedCents),
      })),
      ...PHONE_USERS.map(({ salesPerson }) => ({ joint: 'call performance → sales person', isLinked: salesPerson !== null, amount: null })),
    ],
  };
}

/** Two reasons that the generator spoils in the sheet itself; nobody who reads the file could know better. */
const WRITTEN_OTHERWISE: Readonly<Record<number, string>> = { 40: "=cmd|'/c calc'!A1", 41: 'Spam\nand again' };

function badOf(world: World): Bad[] {
  return world.badLeads.map((bad, index) => ({
    customer: bad.person?.id ?? null,
    provider: bad.provider.trim() === '' ? '(no provider)' : bad.provider.trim(),
    reason: WRITTEN_OTHERWISE[index] ?? bad.reason,
    category: bad.source?.category ?? '(no category)',
    lead_source_name: bad.source?.name ?? '(no source)',
    email: bad.contact.email.trim().toLowerCase(),
    received: bad.received,
    moveDate: bad.moveDate,
  }));
}

const NOBODY: Lookups = {
  branch_name: '(no branch)',
  currency: 'CAD',
  sales_person_name: '(no sales person)',
  lead_source_name: '(no source)',
  category: '(no category)',
};

function lookupsOf(branch: Branch, wording: Wording): Lookups {
  const known = wording.branch === '' ? undefined : branch;
  const source = sourceOf(wording.source);
  return {
    branch_name: known?.city ?? NOBODY.branch_name,
    currency: known?.currency ?? NOBODY.currency,
    sales_person_name: sellerOf(wording.seller) ?? NOBODY.sales_person_name,
    lead_source_name: source?.name ?? NOBODY.lead_source_name,
    category: source?.category ?? NOBODY.category,
  };
}

/** A row that names no branch is read in the zone of the business. */
function zoneOf(branch: Branch, wording: Wording): Zone {
  return wording.branch === '' ? ZONE : branch.zone;
}

/** Whom a spelling means; one that could mean two stands alone. */
export function sellerOf(spelling: string): string | undefined {
  const text = spelling.trim();
  if (UNRESOLVED.includes(text)) return text;
  return SALES_PEOPLE.find(({ canonical, spellings }) => canonical === text || spellings.some((each) => each.trim() === text))?.canonical;
}

function sourceOf(spelling: string): (typeof LEAD_SOURCES)[number] | undefined {
  const key = (text: string): string => text.trim().toLowerCase().replaceAll(/\s+/g, ' ');
  return LEAD_SOURCES.find(({ spellings }) => spellings.some((each) => key(each) === key(spelling)));
}

/** The city that a branch's name in an answer begins with; other names as they are. */
export function cityOf(branchName: string): string {
  const [first = ''] = branchName.split(' - ');
  return BRANCHES.find(({ city }) => city.toLowerCase() === first.trim().toLowerCase())?.city ?? branchName;
}

function money(cents: number | null): number | null {
  return cents === null ? null : cents / 100;
}
