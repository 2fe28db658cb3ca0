import { groupBy } from './group-by.ts';
import type { Quote, World } from './model.ts';
import { isLead } from './truth-links.ts';
import { jobsOf } from './world.ts';
import { decimal } from './writing.ts';

interface Money {
  currency: string;
  jobs: number;
  /** Actual, else estimated, else nothing: the catalogue's revenue. */
  revenue: string;
  actual: string;
  estimated: string;
}

export interface Totals {
  jobs: number;
  jobsByStatus: Record<string, number>;
  /** By month of the job date, currency and status; month null where a job has no date. */
  revenueByMonthCurrency: ({ month: string | null; status: string } & Money)[];
  revenueByBranch: ({ city: string; status: string } & Money)[];
  bookedCount: number;
  bookedByStatusGroup: Record<string, number>;
  bookedAmounts: { currency: string; estimated: string; invoiced: string }[];
  leadCount: number;
  /** By lead source name; '' for leads without one. */
  leadCountBySource: Record<string, number>;
  leadsByMonth: Record<string, number>;
  leadsByStatusGroup: Record<string, number>;
  badLeadCount: number;
  lostCount: number;
}

/** Sums over the world's own facts. */
export function totalsOf(world: World): Totals {
  const jobs = jobsOf(world);
  const leads = world.quotes.filter(isLead);
  const booked = world.quotes.flatMap((quote) => (quote.booked?.arrives === 'exports' ? [{ quote, booked: quote.booked }] : []));
  const byGroup = (lines: typeof jobs): Money => ({
    currency: lines[0]?.quote.branch.currency ?? '',
    jobs: lines.length,
    revenue: sum(lines.map(({ job }) => job.actualCents ?? job.estimatedCents)),
    actual: sum(lines.map(({ job }) => job.actualCents)),
    estimated: sum(lines.map(({ job }) => job.estimatedCents)),
  });
  return {
    jobs: jobs.length,
    jobsByStatus: countBy(jobs, ({ job }) => job.status),
    revenueByMonthCurrency: grouped(
      jobs,
      ({ quote, job }) => `${job.jobDate?.slice(0, 7) ?? ''}|${quote.branch.currency}|${job.status}`,
    ).map((lines) => ({ month: lines[0]?.job.jobDate?.slice(0, 7) ?? null, status: lines[0]?.job.status ?? '', ...byGroup(lines) })),
    revenueByBranch: grouped(jobs, ({ quote, job }) => `${quote.branch.city}|${job.status}`).map((lines) => ({
      city: lines[0]?.quote.branch.city ?? '',
      status: lines[0]?.job.status ?? '',
      ...byGroup(lines),
    })),
    bookedCount: booked.length,
    bookedByStatusGroup: countBy(booked, (line) => statusGroup(line.booked.status)),
    bookedAmounts: grouped(booked, ({ quote }) => quote.branch.currency).map((lines) => ({
      currency: lines[0]?.quote.branch.currency ?? '',
      estimated: sum(lines.map((line) => line.booked.estimatedCents)),
      invoiced: sum(lines.map((line) => line.booked.invoicedCents)),
    })),
    leadCount: leads.length,
    leadCountBySource: countBy(leads, ({ source }) => source?.name ?? ''),
    leadsByMonth: countBy(leads, ({ received }) => received?.slice(0, 7) ?? ''),
    leadsByStatusGroup: countBy(leads, leadGroup),
    badLeadCount: world.badLeads.length,
    lostCount: world.quotes.filter(({ lost }) => lost !== null).length,
  };
}

/** The status group of a status text, in the words of the jobs' enum, and BAD. */
export function statusGroup(text: string): string {
  const [first = ''] = text.toLowerCase().split(/[^a-z]/);
  const groups: Record<string, string> = {
    booked: 'BOOKED',
    completed: 'CLOSED',
    closed: 'CLOSED',
    cancelled: 'CANCELLED',
    canceled: 'CANCELLED',
    lost: 'LOST',
    bad: 'BAD',
  };
  return groups[first] ?? 'QUOTED';
}

function leadGroup({ lead }: Quote): string {
  return statusGroup(lead?.status ?? '');
}

function sum(cents: (number | null)[]): string {
  return decimal(cents.reduce((total: number, each) => total + (each ?? 0), 0));
}

function countBy<T>(items: readonly T[], keyOf: (item: T) => string): Record<string, number> {
  return Object.fromEntries(sorted(groupBy(items, keyOf)).map(([key, group]) => [key, group.length]));
}

function grouped<T>(items: readonly T[], keyOf: (item: T) => string): T[][] {
  return sorted(groupBy(items, keyOf)).map(([, group]) => group);
}

function sorted<T>(groups: Map<string, T[]>): [string, T[]][] {
  return [...groups].sort(([a], [b]) => (a < b ? -1 : 1));
}
