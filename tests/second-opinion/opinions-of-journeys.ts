import { AS_OF, dayOf, daysBetween, instantOf } from './clock.ts';
import type { Row } from './compare.ts';
import type { Job, Lead } from './facts.ts';
import { count, grouped, least, mean, most, percent, percentile, round, sum } from './figures.ts';
import { type Opinion, sold } from './tables-of-jobs.ts';
import { addDays } from '../../samples/mover/calendar.ts';

const HOUR = 3_600_000;
const leadDay = (lead: Lead): string | null => dayOf(lead.received);

/** People, leads and jobs on their way. */
export const OPINIONS_OF_JOURNEYS: Record<string, Opinion> = {
  lead_conversion_funnel: (facts) => {
    const stages = new Map<string, { stage: number; isLost: boolean }>();
    const note = (person: string, stage: number, isLost: boolean): void => {
      const known = stages.get(person) ?? { stage: 0, isLost: false };
      stages.set(person, { stage: Math.max(known.stage, stage), isLost: known.isLost || isLost });
    };
    for (const lead of facts.leads) {
      const isAsked = lead.quoteSent !== null || (lead.group === 'QUOTED' && /^(quoted|pending)/i.test(lead.status));
      const stage = lead.group === 'CLOSED' ? 4 : ['BOOKED', 'CANCELLED'].includes(lead.group) ? 3 : isAsked ? 2 : 1;
      note(lead.customer ?? `quote ${lead.quote}`, stage, ['LOST', 'BAD'].includes(lead.group));
    }
    for (const lead of facts.lost) note(lead.customer, Number(lead.amount) > 0 ? 2 : 1, true);
    for (const [index, lead] of facts.bad.entries()) note(lead.customer ?? `bad ${index}`, 1, true);
    for (const each of facts.opportunities) note(each.customer, each.group === 'CLOSED' ? 4 : 3, false);
    for (const job of facts.jobs) {
      const isBooked = ['BOOKED', 'CANCELLED'].includes(job.status) || job.booked !== null;
      note(job.customer, job.status === 'CLOSED' ? 4 : isBooked ? 3 : 2, job.status === 'LOST');
    }
    const all = [...stages.values()];
    const at = (stage: number): number => all.filter((each) => each.stage >= stage).length;
    const lost = all.filter((each) => each.stage < 3 && each.isLost).length;
    return [
      {
        metric_type: 'people',
        total_leads: all.length,
        total_quoted: at(2),
        total_booked: at(3),
        total_closed: at(4),
        total_lost: lost,
        total_open: all.length - at(3) - lost,
        overall_conversion_rate: round((100 * at(4)) / all.length),
      },
    ];
  },
  bottleneck_identification: ({ jobs }) => {
    const end = addDays(AS_OF, 1);
    const since = (job: Job, day: string | null): number | null => {
      const [moment, start] = [instantOf(end, job.zone), instantOf(day, job.zone)];
      return moment === null || start === null || start > moment ? null : (moment - start) / HOUR;
    };
    const hoursQuoted = (job: Job): number | null => (job.status === 'QUOTED' ? since(job, job.created) : null);
    const daysBooked = (job: Job): number | null => {
      const hours = job.status === 'BOOKED' ? since(job, job.booked) : null;
      return hours === null ? null : hours / 24;
    };
    return grouped(
      jobs.filter((job) => ['QUOTED', 'BOOKED'].includes(job.status)),
      { job_type: (job) => job.job_type, branch_name: (job) => job.branch_name, opportunity_status: (job) => job.status },
      {
        job_count: count(),
        avg_hours_quoted: mean(hoursQuoted),
        p75_hours_quoted: percentile(0.75, hoursQuoted),
        p95_hours_quoted: percentile(0.95, hoursQuoted),
        avg_days_booked: mean(daysBooked),
        p75_days_booked: percentile(0.75, daysBooked),
        jobs_stuck_in_quoted: count((job) => Number(hoursQuoted(job)) > 48),
        jobs_stuck_in_booked: count((job) => Number(daysBooked(job)) > 30),
        quoted_over_7_days: count((job) => Number(hoursQuoted(job)) > 168),
      },
    );
  },
  job_booking_time_analysis: (facts) =>
    sold(facts).flatMap((job) => {
      const [quoted, booked] = [instantOf(job.created, job.zone), instantOf(job.booked, job.zone)];
      if (quoted === null || booked === null || booked < quoted) return [];
      const hours = (booked - quoted) / HOUR;
      const names: [number, string][] = [
        [24, 'Same Day'],
        [48, '1-2 Days'],
        [168, '3-7 Days'],
        [720, '1-4 Weeks'],
      ];
      return {
        opportunity_status: job.status,
        hours_to_booking: round(hours),
        days_to_booking: round(hours / 24),
        booking_time_category: names.find(([most]) => hours <= most)?.[1] ?? 'Over 4 Weeks',
      };
    }),
  revenue_attribution: (facts) => {
    const parts = sold(facts).flatMap((job) => {
      const touches = facts.leads
        .filter((lead) => lead.customer === job.customer && lead.received !== null && job.day !== null && (leadDay(lead) ?? '') <= job.day)
        .sort((a, b) => ((leadDay(a) ?? '') < (leadDay(b) ?? '') ? -1 : 1))
        .map((lead) => lead.lead_source_name);
      const sources = touches.length === 0 ? [job.lead_source_name] : touches;
      const give = (rule: string, source: string | undefined, part: number): Part => ({
        rule,
        source: source ?? '',
        currency: job.currency,
        part,
        revenue: Number(job.revenue ?? 0) * part,
      });
      return [
        give('first', sources[0], 1),
        give('last', sources.at(-1), 1),
        ...sources.map((source) => give('shared', source, 1 / sources.length)),
      ];
    });
    return grouped(
      parts,
      { rule: (part) => part.rule, lead_source_name: (part) => part.source, currency: (part) => part.currency },
      { jobs: sum((part) => part.part), total_revenue: sum((part) => part.revenue) },
    );
  },
  lead_source_performance: ({ leads, bad, jobs }) => {
    const inPool = (customer: string | null): boolean => customer !== null && leads.some((lead) => lead.customer === customer);
    const lines = [
      ...leads.map((lead) => ({ source: lead.lead_source_name, currency: lead.currency, lead, job: null as Job | null, isLoneBad: false })),
      ...bad
        .filter((each) => !inPool(each.customer))
        .map((each) => ({ source: each.lead_source_name, currency: 'CAD', lead: null, job: null, isLoneBad: true })),
      ...jobs
        .filter((job) => job.is_sold)
        .map((job) => ({ source: job.lead_source_name, currency: job.currency, lead: null, job, isLoneBad: false })),
    ];
    type Line = (typeof lines)[number];
    const stands =
      (...groups: string[]) =>
      (line: Line): boolean =>
        line.lead !== null && groups.includes(line.lead.group);
    const isBad = (line: Line): boolean => line.isLoneBad || stands('BAD')(line);
    return grouped(
      lines,
      { referral_source: (line) => line.source, currency: (line) => line.currency },
      {
        total_leads: count((line) => line.lead !== null || line.isLoneBad),
        quoted: count((line) => line.lead?.is_quoted === true),
        booked: count(stands('BOOKED', 'CLOSED')),
        closed: count(stands('CLOSED')),
        lost: count(stands('LOST')),
        bad: count(isBad),
        jobs: count((line) => line.job !== null),
        total_revenue: sum((line) => line.job?.revenue ?? null),
        booking_rate_percent: percent(stands('BOOKED', 'CLOSED'), (line) => (line.lead !== null || line.isLoneBad) && !isBad(line)),
      },
    );
  },
  gender_conversion_rates: ({ leads, bad, lost, jobs }) => {
    // The exports say nobody's gender.
    const known = leads.filter((lead) => lead.customer !== null);
    return [
      {
        gender: null,
        total_leads: known.length,
        converted_leads: known.filter((lead) => lead.is_won).length,
        bad_leads: bad.filter((lead) => lead.customer !== null).length,
        lost_leads: lost.length,
        total_jobs: jobs.length,
        booked_jobs: jobs.filter((job) => job.status === 'BOOKED').length,
        closed_jobs: jobs.filter((job) => job.status === 'CLOSED').length,
        lead_conversion_rate: percent<Lead>((lead) => lead.is_won)(known),
      },
    ];
  },
  sales_person_customer_analysis: (facts) => {
    const named = [
      ...sold(facts).map((job) => ({ ...keyOf(job), kind: 'job', amount: job.revenue, day: job.day })),
      ...facts.opportunities.map((each) => ({
        ...keyOf(each),
        kind: 'opportunity',
        amount: each.stands ? each.amount : null,
        day: each.booked,
      })),
      ...facts.leads.map((lead) => ({ ...keyOf(lead), kind: 'lead', amount: null, day: leadDay(lead) })),
    ].filter((row) => row.customer !== null && row.sales_person_name !== '(no sales person)');
    type Named = (typeof named)[number];
    const of =
      (kind: string) =>
      (row: Named): boolean =>
        row.kind === kind;
    return grouped(
      named,
      { sales_person_name: (row) => row.sales_person_name, customer: (row) => row.customer, currency: (row) => row.currency },
      {
        customer_job_count: count(of('job')),
        customer_revenue: sum((row) => (of('job')(row) ? row.amount : null)),
        first_customer_job_date: (rows) => least<Named>((row) => row.day)(rows.filter(of('job'))),
        last_customer_job_date: (rows) => most<Named>((row) => row.day)(rows.filter(of('job'))),
        opportunity_count: count(of('opportunity')),
        opportunity_revenue: sum((row) => (of('opportunity')(row) ? row.amount : null)),
        first_opportunity_date: (rows) => least<Named>((row) => row.day)(rows.filter(of('opportunity'))),
        lead_count: count(of('lead')),
        first_lead_date: (rows) => least<Named>((row) => row.day)(rows.filter(of('lead'))),
      },
    ).map(({ customer: _customer, ...row }) => row);
  },
  customer_journey_analysis: ({ leads, jobs, firstLead }) => {
    const asking = leads.filter((lead) => lead.customer !== null);
    const people = [...new Set([...asking, ...jobs].map((row) => row.customer ?? ''))];
    return people.flatMap((person): Row[] => {
      const own = jobs.filter((job) => job.customer === person);
      const asked = asking.filter((lead) => lead.customer === person).length;
      const currencies = own.length === 0 ? [null] : [...new Set(own.map((job) => job.currency))];
      return currencies.map((currency) => {
        const these = own.filter((job) => job.currency === currency);
        const sales = these.filter((job) => job.is_sold).length;
        const first = least<Job>((job) => job.day)(these);
        const lead = firstLead[person] ?? null;
        return {
          currency,
          first_lead_date: lead,
          first_job_date: first,
          last_job_date: most<Job>((job) => job.day)(these),
          total_leads: asked,
          total_jobs: these.length,
          closed_jobs: these.filter((job) => job.status === 'CLOSED').length,
          total_revenue: sum<Job>((job) => job.revenue)(these),
          lead_to_first_job_days: typeof first === 'string' && lead !== null ? daysBetween(lead, first) : null,
          acquisition_path: asked > 0 && these.length > 0 ? 'lead_to_customer' : asked > 0 ? 'lead_only' : 'direct_customer',
          customer_type: sales === 0 ? 'no_jobs' : sales === 1 ? 'one_time' : sales <= 5 ? 'repeat' : 'loyal',
        };
      });
    });
  },
};

interface Part {
  rule: string;
  source: string;
  currency: string;
  part: number;
  revenue: number;
}

function keyOf(row: { sales_person_name: string; customer: string | null; currency: string }): {
  sales_person_name: string;
  customer: string | null;
  currency: string;
} {
  return { sales_person_name: row.sales_person_name, customer: row.customer, currency: row.currency };
}
