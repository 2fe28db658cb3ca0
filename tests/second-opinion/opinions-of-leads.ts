import type { Row } from './compare.ts';
import type { Facts, Job, Lead, Lookups, Lost } from './facts.ts';
import { count, distinct, grouped, least, mean, most, per, percent, percentile, round, sum, withShare } from './figures.ts';

type Opinion = (facts: Facts) => Row[];

const hasTime = (lead: Lead): boolean => lead.minutes !== null;
const within =
  (minutes: number) =>
  (lead: Lead): boolean =>
    lead.minutes !== null && lead.minutes <= minutes;
const isWon = (lead: Lead): boolean => lead.is_won;
const is =
  (group: string) =>
  (lead: Lead): boolean =>
    lead.group === group;

export const OPINIONS_OF_LEADS: Record<string, Opinion> = {
  lead_response_performance: ({ leads }) =>
    grouped(
      leads,
      {
        sales_person_name: (lead) => lead.sales_person_name,
        branch_name: (lead) => lead.branch_name,
        lead_source_name: (lead) => lead.lead_source_name,
      },
      {
        total_leads: count(),
        converted_leads: count(isWon),
        fast_response_leads: count(within(15)),
        slow_response_leads: count((lead) => Number(lead.minutes) > 60),
        avg_response_minutes: mean((lead) => lead.minutes),
        conversion_rate: percent(isWon),
        fast_response_rate: percent(within(15), hasTime),
      },
    ),
  speed_to_lead: ({ leads }) =>
    grouped(
      leads,
      { lead_source_name: (lead) => lead.lead_source_name, branch_name: (lead) => lead.branch_name },
      {
        total_leads: count(),
        leads_with_a_time: count(hasTime),
        median_minutes: percentile(0.5, (lead) => lead.minutes),
        p90_minutes: percentile(0.9, (lead) => lead.minutes),
        within_5_minutes_percent: percent(within(5), hasTime),
        within_an_hour_percent: percent(within(60), hasTime),
      },
    ),
  lead_response_time: ({ leads }) => leads.filter(hasTime).map((lead) => ({ quote_number: lead.quote, minutes_to_contact: lead.minutes })),
  optimal_response_time: ({ leads }) =>
    withShare(
      grouped(
        leads.filter(hasTime),
        { response_window: (lead) => band(lead.minutes, WINDOWS) },
        {
          total_leads: count(),
          converted_leads: count(isWon),
          non_converted_leads: count((lead) => !lead.is_won),
          conversion_rate: percent(isWon),
        },
      ),
      { column: 'percentage_of_leads', of: 'total_leads' },
    ),
  response_time_impact: ({ leads }) =>
    grouped(
      leads.filter(hasTime),
      { time_bucket: (lead) => band(lead.minutes, BUCKETS) },
      {
        total_leads: count(),
        converted_leads: count(isWon),
        lost_leads: count(is('LOST')),
        bad_leads: count(is('BAD')),
        conversion_rate: percent(isWon),
        loss_rate: percent(is('LOST')),
        bad_lead_rate: percent(is('BAD')),
      },
    ),
  lead_status_distribution: ({ jobs, leads, opportunities }) => [
    ...statuses(
      'jobs',
      jobs.map((job) => job.status),
    ),
    ...statuses(
      'lead_status',
      leads.map((lead) => lead.group),
    ),
    ...statuses(
      'booked_opportunities',
      opportunities.map((opportunity) => opportunity.group),
    ),
  ],
  lost_leads_analysis: ({ lost }) =>
    lost.map((lead) => ({
      quote_number: lead.quote,
      lost_date: lead.lostDate,
      move_date: lead.moveDate,
      reason: lead.reason,
      estimated_amount: lead.amount,
      currency: lead.currency,
    })),
  loss_reason_analysis: ({ lost }) =>
    withShare(
      grouped(
        lost,
        { reason: (lead) => lead.reason, lead_source_category: (lead) => lead.category, currency: (lead) => lead.currency },
        {
          total_lost: count(),
          unique_customers: distinct((lead) => lead.customer),
          lead_sources_count: distinct((lead) => known(lead.lead_source_name, '(no source)')),
          lost_value: sum((lead) => lead.amount),
          first_lost_date: least((lead) => lead.lostDate),
          last_lost_date: most((lead) => lead.lostDate),
          avg_value_per_loss: mean((lead) => lead.amount),
        },
      ),
      { column: 'percentage_of_losses', of: 'total_lost' },
    ),
  lost_reason_by_price: ({ lost }) =>
    grouped(
      lost,
      { reason: (lead) => lead.reason, price_band: (lead) => band(lead.amount, PRICES), currency: (lead) => lead.currency },
      {
        lost_leads: count(),
        lost_value: sum((lead) => lead.amount),
      },
    ),
  win_loss_by_reason: ({ lost, opportunities }) => {
    const won = new Map(opportunities.filter((each) => each.stands).map((each) => [each.quote, each.amount]));
    const isWonBack = (lead: Lost): boolean => won.has(lead.quote);
    return grouped(
      lost,
      { loss_reason: (lead) => lead.reason, currency: (lead) => lead.currency },
      {
        won_count: count(isWonBack),
        lost_count: count((lead) => !isWonBack(lead)),
        total_count: count(),
        won_value: sum((lead) => won.get(lead.quote) ?? null),
        lost_value: sum((lead) => (isWonBack(lead) ? null : lead.amount)),
        win_rate: percent(isWonBack),
      },
    );
  },
  bad_leads_analysis: ({ bad }) =>
    grouped(
      bad,
      { lead_bad_reason: (lead) => lead.reason, spelling: (lead) => lead.provider.trim() },
      {
        bad_lead_count: count(),
        unique_customers: distinct((lead) => lead.customer),
        unique_emails: distinct((lead) => known(lead.email, '')),
        earliest_lead: least((lead) => lead.received),
        latest_lead: most((lead) => lead.received),
      },
    ).map(({ spelling, ...row }) => ({ provider: spelling ?? null, ...row })),
  bad_lead_reason_patterns: ({ bad }) =>
    withShare(
      grouped(
        bad,
        { lead_bad_reason: (lead) => lead.reason, lead_source_category: (lead) => lead.category, provider: (lead) => lead.provider.trim() },
        {
          total_bad_leads: count(),
          unique_customers: distinct((lead) => lead.customer),
          first_received: least((lead) => lead.received),
          last_received: most((lead) => lead.received),
        },
      ),
      { column: 'percentage_of_bad_leads', of: 'total_bad_leads' },
    ),
  customer_bad_lead_analysis: (facts) =>
    facts.bad
      .filter((lead) => lead.customer !== null)
      .map((lead) => {
        const jobs = facts.jobs.filter((job) => job.customer === lead.customer && job.is_sold);
        return {
          provider: lead.provider.trim(),
          move_date: lead.moveDate,
          date_lead_received: lead.received,
          lead_bad_reason: lead.reason,
          booked_jobs: jobs.filter((job) => job.status === 'BOOKED').length,
          closed_jobs: jobs.filter((job) => job.status === 'CLOSED').length,
          first_customer_job_date: least<Job>((job) => job.day)(jobs),
          last_customer_job_date: most<Job>((job) => job.day)(jobs),
        };
      }),
  category_conversion_funnel: (facts) =>
    byPlace(facts, 'category').map(({ place, currency, leads, jobs, opportunities, lost, bad }) => ({
      category: place,
      currency,
      total_leads: leads.length,
      quoted_leads: leads.filter((lead) => lead.is_quoted).length,
      booked_opportunities: opportunities.length,
      closed_opportunities: opportunities.filter((each) => each.group === 'CLOSED').length,
      customers: distinct<Job>((job) => job.customer)(jobs.filter((job) => job.is_sold)),
      jobs: jobs.filter((job) => job.is_sold).length,
      bad_leads: bad.length,
      lost_leads: lost.length,
      lead_to_quote_rate: percent<Lead>((lead) => lead.is_quoted)(leads),
      overall_conversion_rate: percent(isWon)(leads),
    })),
  lead_source_category_performance: (facts) =>
    byPlace(facts, 'category').map(({ place, currency, leads, jobs, opportunities, lost, bad }) => ({
      category: place,
      currency,
      total_leads: leads.length,
      booked_opportunities: opportunities.length,
      jobs: jobs.filter((job) => job.is_sold).length,
      bad_leads: bad.length,
      lost_leads: lost.length,
      total_revenue: sum<Job>((job) => job.revenue)(jobs),
      opportunity_revenue: sum<{ amount: number | null; stands: boolean }>((each) => (each.stands ? each.amount : null))(opportunities),
      booking_rate: percent(isWon)(leads),
    })),
  roi_by_referral_source: (facts) =>
    bySource(facts).map(({ place, currency, leads, jobs }) => ({
      referral_source: place,
      currency,
      ...moneyOf(jobs),
      total_leads: leads.length,
    })),
  referral_source_roi: (facts) =>
    bySource(facts).map(({ place, currency, leads, jobs, opportunities }) => ({
      referral_source: place,
      currency,
      total_jobs: jobs.length,
      customer_count: distinct<Job>((job) => job.customer)(jobs),
      booked_opportunities: opportunities.length,
      total_leads: leads.length,
      total_revenue: sum<Job>((job) => job.revenue)(jobs),
      conversion_rate: percent(isWon)(leads),
    })),
  sales_person_cross_module: ({ jobs, opportunities, leads }) => {
    const names = new Set(
      [...jobs, ...opportunities, ...leads].map((row) => row.sales_person_name).filter((name) => name !== '(no sales person)'),
    );
    return [...names].map((name) => {
      const own = <T extends Lookups>(rows: readonly T[]): T[] => rows.filter((row) => row.sales_person_name === name);
      return {
        sales_person_name: name,
        total_customer_jobs: own(jobs).length,
        booked_jobs: own(jobs).filter((job) => job.status === 'BOOKED').length,
        closed_jobs: own(jobs).filter((job) => job.status === 'CLOSED').length,
        lost_jobs: own(jobs).filter((job) => job.status === 'LOST').length,
        quoted_jobs: own(jobs).filter((job) => job.status === 'QUOTED').length,
        unique_customers_from_jobs: distinct<Job>((job) => job.customer)(own(jobs)),
        total_booked_opportunities: own(opportunities).length,
        unique_customers_from_opportunities: distinct<{ customer: string }>((each) => each.customer)(own(opportunities)),
        total_leads_from_lead_status: own(leads).length,
      };
    });
  },
  sales_person_specialization: ({ jobs, opportunities, leads }) => {
    const sold = jobs.filter((job) => job.is_sold && job.sales_person_name !== '(no sales person)');
    return grouped(
      sold,
      { sales_person_name: (job) => job.sales_person_name, currency: (job) => job.currency },
      {
        job_types_handled: distinct((job) => job.job_type),
        branches_worked: distinct((job) => known(job.branch_name, '(no branch)')),
        total_jobs: count(),
        total_customers: distinct((job) => job.customer),
        total_revenue: sum((job) => job.revenue),
        revenue_per_job: per(
          sum((job) => job.revenue),
          count(),
        ),
      },
    ).map((row) => {
      const own = <T extends Lookups>(rows: readonly T[]): T[] =>
        rows.filter((each) => each.sales_person_name === row.sales_person_name && each.currency === row.currency);
      return {
        ...row,
        total_booked_opportunities: own(opportunities).length,
        total_leads: own(leads).length,
        conversion_rate: percent(isWon)(own(leads)),
      };
    });
  },
  cost_efficiency_metrics: ({ jobs, leads }) =>
    [...new Set(jobs.map((job) => job.currency))].map((currency) => {
      const own = jobs.filter((job) => job.currency === currency);
      const asked = leads.filter((lead) => lead.currency === currency);
      return {
        currency,
        total_jobs: own.length,
        unique_customers: distinct<Job>((job) => job.customer)(own),
        total_revenue: sum<Job>((job) => job.revenue)(own),
        total_leads: asked.length,
        lead_conversion_rate: percent(isWon)(asked),
      };
    }),
  customer_acquisition_cost: (facts) =>
    bySource(facts, true).map(({ place, currency, leads, jobs }) => ({
      lead_source_name: place,
      currency,
      total_leads: leads.length,
      total_jobs: jobs.length,
      total_revenue: sum<Job>((job) => job.revenue)(jobs),
    })),
  link_coverage: (facts) => [
    ...joint(
      'lead → opportunity',
      facts.leads,
      (lead) => lead.hasOpportunity,
      (lead) => lead.estimated,
    ),
    ...joint(
      'lead → customer',
      facts.leads,
      (lead) => lead.customer !== null,
      (lead) => lead.estimated,
    ),
    ...joint(
      'opportunity → customer',
      facts.opportunities,
      () => true,
      (each) => each.amount,
    ),
    ...joint(
      'opportunity → job',
      facts.opportunities,
      (each) => facts.jobs.some((job) => job.quote === each.quote),
      (each) => each.amount,
    ),
    ...joint(
      'job → customer',
      facts.jobs,
      () => true,
      (job) => job.worth,
    ),
    ...joint(
      'job → opportunity',
      facts.jobs,
      (job) => facts.opportunities.some((each) => each.quote === job.quote),
      (job) => job.worth,
    ),
    ...joint(
      'lost lead → opportunity',
      facts.lost,
      (lead) => facts.opportunities.some((each) => each.quote === lead.quote),
      (lead) => lead.amount,
    ),
    ...joint(
      'bad lead → lead',
      facts.bad.map((lead) => ({ ...lead, currency: 'CAD' })),
      (lead) => facts.leads.some((each) => each.customer === lead.customer && lead.customer !== null),
      () => null,
    ),
    ...joint(
      'bad lead → customer',
      facts.bad.map((lead) => ({ ...lead, currency: 'CAD' })),
      (lead) => lead.customer !== null,
      () => null,
    ),
  ],
};

interface Place {
  place: string;
  currency: string;
  leads: Facts['leads'];
  jobs: Facts['jobs'];
  opportunities: Facts['opportunities'];
  lost: Facts['lost'];
  bad: Facts['bad'];
}

/** Each table by itself, laid side by side under the same word and currency. A bad lead stands under the currency of the business. */
function byPlace({ leads, jobs, opportunities, lost, bad }: Facts, column: 'category' | 'lead_source_name'): Place[] {
  const sold = jobs.filter((job) => job.is_sold);
  const badInCad = bad.map((lead) => ({ ...lead, currency: 'CAD' }));
  const keyOf = (row: { category: string; lead_source_name: string; currency: string }): string => `${row[column]}|${row.currency}`;
  const places = new Set([...leads, ...opportunities, ...sold, ...lost, ...badInCad].map(keyOf));
  return [...places].map((place) => ({
    place: place.split('|')[0] ?? '',
    currency: place.split('|')[1] ?? '',
    leads: leads.filter((row) => keyOf(row) === place),
    jobs: sold.filter((row) => keyOf(row) === place),
    opportunities: opportunities.filter((row) => keyOf(row) === place),
    lost: lost.filter((row) => keyOf(row) === place),
    bad: badInCad.filter((row) => keyOf(row) === place),
  }));
}

/** Jobs of every status, leads and (unless left out) opportunities by source. */
function bySource(facts: Facts, isJobsAndLeads = false): Place[] {
  const { leads, jobs, opportunities } = facts;
  const keyOf = (row: Lookups): string => `${row.lead_source_name}|${row.currency}`;
  const places = new Set([...leads, ...jobs, ...(isJobsAndLeads ? [] : opportunities)].map(keyOf));
  return [...places].map((place) => ({
    place: place.split('|')[0] ?? '',
    currency: place.split('|')[1] ?? '',
    leads: leads.filter((row) => keyOf(row) === place),
    jobs: jobs.filter((row) => keyOf(row) === place),
    opportunities: opportunities.filter((row) => keyOf(row) === place),
    lost: [],
    bad: [],
  }));
}

function moneyOf(jobs: readonly Job[]): Row {
  const revenue = sum<Job>((job) => job.revenue);
  return {
    total_jobs: jobs.length,
    unique_customers: distinct<Job>((job) => job.customer)(jobs),
    booked_jobs: jobs.filter((job) => job.status === 'BOOKED').length,
    closed_jobs: jobs.filter((job) => job.status === 'CLOSED').length,
    total_revenue: revenue(jobs),
    avg_job_value: mean<Job>((job) => job.revenue)(jobs),
    booking_rate_percent: percent<Job>((job) => job.is_sold)(jobs),
  };
}

function joint<T extends { currency: string }>(
  name: string,
  rows: readonly T[],
  isLinked: (row: T) => boolean,
  amountOf: (row: T) => number | null,
): Row[] {
  return grouped(
    rows,
    { joint: () => name, currency: (row) => row.currency },
    {
      total: count(),
      linked: count(isLinked),
      unlinked: count((row) => !isLinked(row)),
      linked_percent: percent(isLinked),
      linked_amount: sum((row) => (isLinked(row) ? amountOf(row) : null)),
      unlinked_amount: sum((row) => (isLinked(row) ? null : amountOf(row))),
    },
  );
}

function statuses(source: string, groups: readonly string[]): Row[] {
  const word = (group: string): string => (group === 'QUOTED' && source !== 'jobs' ? 'open' : group.toLowerCase());
  return grouped(groups, { status: word }, { lead_count: count() }).map((row) => ({
    ...row,
    source,
    percentage: round((100 * Number(row.lead_count)) / groups.length),
  }));
}

const WINDOWS: [number, string][] = [
  [5, '0-5 minutes'],
  [15, '6-15 minutes'],
  [30, '16-30 minutes'],
  [60, '31-60 minutes'],
  [120, '1-2 hours'],
  [240, '2-4 hours'],
  [480, '4-8 hours'],
  [Number.POSITIVE_INFINITY, '8+ hours'],
];
const BUCKETS: [number, string][] = [
  [15, '0-15'],
  [30, '16-30'],
  [60, '31-60'],
  [120, '61-120'],
  [240, '121-240'],
  [Number.POSITIVE_INFINITY, '240+'],
];
const PRICES: [number, string][] = [
  [499.99, 'under 500'],
  [999.99, '500 to 999'],
  [2499.99, '1,000 to 2,499'],
  [4999.99, '2,500 to 4,999'],
  [Number.POSITIVE_INFINITY, '5,000 and more'],
];

function band(value: number | null, bands: readonly [number, string][]): string {
  return value === null ? 'no amount' : (bands.find(([most]) => value <= most)?.[1] ?? '');
}

function known(text: string, none: string): string | null {
  return text === none ? null : text;
}
