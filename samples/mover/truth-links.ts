import { badLeadKey } from './keys.ts';
import type { Person, Quote, World } from './model.ts';
import { jobsOf } from './world.ts';
import { namingRows } from './truth-people.ts';

export interface LinkTruth {
  /** Quote number of each lead with a booked opportunity, to that opportunity's quote number. */
  leadToOpportunity: Record<string, string>;
  lostToOpportunity: Record<string, string>;
  /** Whose lead it is: who booked the quote, else whom its job names, else whom the lost row names. */
  leadToPerson: Record<string, string>;
  /** Hash of the bad lead to the earliest lead of the same person, null when they have none. */
  badLeadToLead: Record<string, string | null>;
  badLeadToPerson: Record<string, string | null>;
  jobsToPerson: Record<string, string>;
  /** Jobs whose quote was booked. */
  jobsToOpportunity: Record<string, string>;
  timeline: Record<string, Timeline>;
}

export interface Timeline {
  /** Earliest of lead received, bad lead received and lost lead received. */
  firstLeadDate: string | null;
  /** Earliest of booked date and date of a booked or closed job. */
  conversionDate: string | null;
}

/** Every true link between rows of the first export. */
export function linksOf(world: World): LinkTruth {
  const quotes = world.quotes.filter(({ number }) => number !== null);
  const isBooked = (quote: Quote): boolean => quote.booked?.arrives === 'exports';
  const toItself = (chosen: Quote[]): Record<string, string> =>
    Object.fromEntries(chosen.map(({ number }) => [number ?? '', number ?? '']));
  const leads = quotes.filter(isLead);
  return {
    leadToOpportunity: toItself(leads.filter(isBooked)),
    lostToOpportunity: toItself(quotes.filter((quote) => quote.lost !== null && isBooked(quote))),
    leadToPerson: Object.fromEntries(
      leads.flatMap((quote) => (ownerOf(quote) === null ? [] : [[quote.number ?? '', ownerOf(quote)?.id ?? '']])),
    ),
    badLeadToLead: Object.fromEntries(
      world.badLeads.map((bad) => [badLeadKey(bad), bad.person === null ? null : earliestLead(leads, bad.person)]),
    ),
    badLeadToPerson: Object.fromEntries(world.badLeads.map((bad) => [badLeadKey(bad), bad.person?.id ?? null])),
    jobsToPerson: Object.fromEntries(jobsOf(world).map(({ job }) => [job.id, job.person.id])),
    jobsToOpportunity: Object.fromEntries(
      jobsOf(world).flatMap(({ quote, job }) => (isBooked(quote) && quote.number !== null ? [[job.id, quote.number]] : [])),
    ),
    timeline: timelineOf(world, leads),
  };
}

/** A quote whose row in the lead pool is part of the first export. */
export function isLead({ lead }: Quote): boolean {
  return lead !== null && lead.arrives !== 'next month';
}

function ownerOf({ person, booked, jobs, lost }: Quote): Person | null {
  if (booked?.arrives === 'exports') return person;
  return jobs[0]?.person ?? (lost === null ? null : person);
}

function earliestLead(leads: readonly Quote[], person: Person): string | null {
  const own = leads.filter((quote) => ownerOf(quote)?.id === person.id && quote.received !== null);
  const [first] = own.sort((a, b) => ((a.received ?? '') < (b.received ?? '') ? -1 : 1));
  return first?.number ?? null;
}

function timelineOf(world: World, leads: readonly Quote[]): Record<string, Timeline> {
  const firsts = new Map<string, string[]>();
  const conversions = new Map<string, string[]>();
  const note = (dates: Map<string, string[]>, id: string | undefined, day: string | null | undefined): void => {
    if (id !== undefined && day !== null && day !== undefined) dates.set(id, [...(dates.get(id) ?? []), day.slice(0, 10)]);
  };
  for (const quote of leads) note(firsts, ownerOf(quote)?.id, quote.received);
  for (const bad of world.badLeads) note(firsts, bad.person?.id, bad.received);
  for (const quote of world.quotes) if (quote.lost !== null) note(firsts, quote.person.id, quote.received);
  for (const { person, booked } of world.quotes) if (booked?.arrives === 'exports') note(conversions, person.id, booked.bookedDate);
  for (const { job } of jobsOf(world))
    if (job.status === 'BOOKED' || job.status === 'CLOSED') note(conversions, job.person.id, job.jobDate);
  const earliest = (days: string[] | undefined): string | null => days?.sort()[0] ?? null;
  const ids = new Set(namingRows(world).map(({ personId }) => personId));
  return Object.fromEntries(
    [...ids].map((id) => [id, { firstLeadDate: earliest(firsts.get(id)), conversionDate: earliest(conversions.get(id)) }]),
  );
}
