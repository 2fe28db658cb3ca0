import type { Row } from './compare.ts';
import type { Facts, Job, Lead, Lookups } from './facts.ts';
import { count, distinct, grouped, mean, per, percent, sum } from './figures.ts';
import type { Opinion } from './tables-of-jobs.ts';

const isWon = (lead: Lead): boolean => lead.is_won;

/** Several tables side by side: by source, category, seller and joint. */
export const OPINIONS_OF_SOURCES: Record<string, Opinion> = {
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
    ...['sales performance → sales person', 'call performance → sales person'].flatMap((name) =>
      joint(
        name,
        facts.reports.filter((line) => line.joint === name).map((line) => ({ ...line, currency: 'CAD' })),
        (line) => line.isLinked,
        (line) => line.amount,
      ),
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

function known(text: string, none: string): string | null {
  return text === none ? null : text;
}
