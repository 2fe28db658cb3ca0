import type { Row } from './compare.ts';
import type { Job, Lead, Lost } from './facts.ts';
import { count, distinct, grouped, least, mean, most, percent, percentile, round, sum, withShare } from './figures.ts';
import type { Opinion } from './tables-of-jobs.ts';

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

/** Leads of the pool, lost and bad ones. */
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
  lead_response_time: ({ leads }) => leads.map((lead) => ({ quote_number: lead.quote, minutes_to_contact: lead.minutes })),
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
      { lead_bad_reason: (lead) => lead.reason, spelling: (lead) => lead.provider },
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
        { lead_bad_reason: (lead) => lead.reason, lead_source_category: (lead) => lead.category, provider: (lead) => lead.provider },
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
          provider: lead.provider,
          move_date: lead.moveDate,
          date_lead_received: lead.received,
          lead_bad_reason: lead.reason,
          booked_jobs: jobs.filter((job) => job.status === 'BOOKED').length,
          closed_jobs: jobs.filter((job) => job.status === 'CLOSED').length,
          first_customer_job_date: least<Job>((job) => job.day)(jobs),
          last_customer_job_date: most<Job>((job) => job.day)(jobs),
        };
      }),
};

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
