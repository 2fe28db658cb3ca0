import { AS_OF, dayOf, daysBetween } from './clock.ts';
import type { Row } from './compare.ts';
import type { Facts, Job, Lead } from './facts.ts';
import { count, distinct, grouped, mean, monthOf, per, percent, percentile, round, sum, without } from './figures.ts';
import { withPrevious } from './opinions-of-bookings.ts';
import { earning, type Opinion, sold } from './tables-of-jobs.ts';

const revenue = (job: Job): number | null => job.revenue;
const currency = (job: Job): string => job.currency;

/** Who comes back, through which sources, and what marketing brings. */
export const OPINIONS_OF_COMING_BACK: Record<string, Opinion> = {
  customer_concentration: (facts) => {
    const people = grouped(sold(facts), { customer: (job) => job.customer, currency }, { jobs: count(), revenue: sum(revenue) });
    return [...new Set(people.map((row) => row.currency ?? null))].flatMap((each) => {
      const own = people.filter((row) => row.currency === each).sort((a, b) => Number(b.revenue) - Number(a.revenue));
      const total = own.reduce((all, row) => all + Number(row.revenue), 0);
      const tenths = own.map((row, index) => ({ ...row, tenth: tenthOf(index, own.length) }));
      return [...new Set(tenths.map(({ tenth }) => tenth))].map((tenth) => {
        const these = tenths.filter((row) => row.tenth === tenth);
        const upTo = tenths.filter((row) => row.tenth <= tenth);
        const amount = (rows: readonly Row[]): number => round(rows.reduce((all, row) => all + Number(row.revenue), 0));
        return {
          tenth,
          currency: each,
          customers: these.length,
          sold_jobs: these.reduce((all, row) => all + Number((row as Row).jobs), 0),
          total_revenue: amount(these),
          least_revenue: Math.min(...these.map((row) => Number((row as Row).revenue))),
          revenue_share_percent: round((100 * amount(these)) / total),
          cumulative_share_percent: round((100 * amount(upTo)) / total),
        };
      });
    });
  },
  customers_to_win_back: (facts) => {
    const yearAgo = `${Number(AS_OF.slice(0, 4)) - 1}${AS_OF.slice(4)}`;
    const busy = new Set(
      facts.jobs.filter((job) => job.status === 'QUOTED' || (job.is_sold && (job.day ?? '') > yearAgo)).map((job) => job.customer),
    );
    return grouped(
      earning(facts).filter((job) => !busy.has(job.customer)),
      { customer: (job) => job.customer, currency },
      {
        sold_jobs: count(),
        total_revenue: sum(revenue),
        last_job_date: (jobs) =>
          jobs
            .map((job) => job.day ?? '')
            .sort()
            .at(-1) ?? null,
      },
    ).map(({ customer: _customer, ...row }) => ({ ...row, months_since: monthsBetween(String(row.last_job_date), AS_OF) }));
  },
  referral_chains: (facts) =>
    grouped(
      chained(facts),
      {
        chain: (each) => each.sources.slice(0, 5).join(' → '),
        steps: (each) => Math.min(5, each.sources.length),
        currency: (each) => each.currency,
      },
      {
        customers: count(),
        sold_jobs: sum((each) => each.jobs.length),
        total_revenue: sum((each) => Number(sum(revenue)(each.jobs))),
        revenue_per_customer: mean((each) => Number(sum(revenue)(each.jobs))),
      },
    ),
  repeat_chains: (facts) => {
    const later = (each: Chain): number => Number(sum(revenue)(each.jobs.slice(1)));
    const first = (each: Chain): number => Number(each.jobs[0]?.revenue ?? 0);
    const isBack = (each: Chain): boolean => each.jobs.length > 1;
    return grouped(
      chained(facts),
      { first_lead_source_name: (each) => each.sources[0] ?? '', currency: (each) => each.currency },
      {
        customers: count(),
        came_back: count(isBack),
        came_back_percent: percent(isBack),
        later_jobs: sum((each) => each.jobs.length - 1),
        first_revenue: sum(first),
        later_revenue: sum(later),
        later_share_percent: per(
          sum(later),
          sum((each) => first(each) + later(each)),
          100,
        ),
        revenue_per_customer: mean((each) => first(each) + later(each)),
        median_days_to_second: percentile(0.5, (each) =>
          isBack(each) ? daysBetween(each.jobs[0]?.day ?? '', each.jobs[1]?.day ?? '') : null,
        ),
      },
    );
  },
  referral_share_by_month: (facts) => {
    const firsts = new Map<string, string>();
    for (const job of earning(facts)) if ((job.day ?? '') < (firsts.get(job.customer) ?? '9999')) firsts.set(job.customer, job.day ?? '');
    const isBack = (job: Job): boolean => (job.day ?? '') > (firsts.get(job.customer) ?? '');
    const isReferred = (job: Job): boolean => !isBack(job) && job.category === 'Referral';
    const monthly = grouped(
      earning(facts),
      { period: (job) => monthOf(job.day), currency },
      {
        total_revenue: sum(revenue),
        returning_revenue: sum((job) => (isBack(job) ? job.revenue : null)),
        referred_revenue: sum((job) => (isReferred(job) ? job.revenue : null)),
        other_revenue: sum((job) => (isBack(job) || isReferred(job) ? null : job.revenue)),
        without_advertising_percent: per(
          sum((job) => (isBack(job) || isReferred(job) ? job.revenue : null)),
          sum(revenue),
          100,
        ),
      },
    );
    const empty = { total_revenue: 0, returning_revenue: 0, referred_revenue: 0, other_revenue: 0, without_advertising_percent: null };
    return without(withPrevious(monthly, 'total_revenue', 'before', 'change', empty), 'before', 'change').map(({ period, ...row }) => ({
      month: period ?? null,
      ...row,
    }));
  },
  marketing_return_by_source: (facts) => marketing(facts, 'lead_source_name', 'lead_source_name'),
  marketing_return_by_category: (facts) => marketing(facts, 'category', 'category'),
  marketing_spend_by_month: ({ leads }) => {
    const monthly = grouped(
      leads.filter((lead) => lead.received !== null),
      { period: (lead) => monthOf(dayOf(lead.received)), currency: (lead) => lead.currency },
      { leads: count(), won_leads: count((lead) => lead.is_won) },
    );
    return without(withPrevious(monthly, 'leads', 'before', 'change', { leads: 0, won_leads: 0 }), 'before', 'change').map(
      ({ period, ...row }) => ({
        month: period ?? null,
        ...row,
        spend: null,
        cost_per_lead: null,
        cost_per_won_lead: null,
        change_percent: null,
      }),
    );
  },
};

interface Chain {
  currency: string;
  jobs: Job[];
  /** The same source in a row once. */
  sources: string[];
}

/** The dated sold jobs of each customer in their order, per currency. */
function chained(facts: Facts): Chain[] {
  const people = new Map<string, Job[]>();
  for (const job of [...earning(facts)].sort((a, b) => ((a.day ?? '') < (b.day ?? '') ? -1 : 1))) {
    const key = `${job.customer}|${job.currency}`;
    people.set(key, [...(people.get(key) ?? []), job]);
  }
  return [...people.values()].map((jobs) => {
    const names = jobs.map((job) => job.lead_source_name);
    return { currency: jobs[0]?.currency ?? '', jobs, sources: names.filter((name, index) => name !== names[index - 1]) };
  });
}

/** Nobody wrote down what the sample spends: every figure of cost is empty. */
function marketing(facts: Facts, column: string, key: 'lead_source_name' | 'category'): Row[] {
  const firsts = new Map<string, string>();
  for (const job of earning(facts)) if ((job.day ?? '') < (firsts.get(job.customer) ?? '9999')) firsts.set(job.customer, job.day ?? '');
  const keyOf = (row: Lead | Job): string => `${row[key]}|${row.currency}`;
  const jobs = sold(facts);
  return [...new Set([...facts.leads, ...jobs].map(keyOf))].map((place) => {
    const [leads, own] = [facts.leads.filter((row) => keyOf(row) === place), jobs.filter((row) => keyOf(row) === place)];
    return {
      [column]: place.split('|')[0] ?? '',
      currency: place.split('|')[1] ?? '',
      spend: null,
      leads: leads.length,
      good_leads: count<Lead>((lead) => lead.group !== 'BAD')(leads),
      bookings: own.length,
      new_customers: distinct<Job>((job) => (job.day !== null && job.day === firsts.get(job.customer) ? job.customer : null))(own),
      total_revenue: sum(revenue)(own),
      cost_per_lead: null,
      cost_per_new_customer: null,
      return_percent: null,
    };
  });
}

/** Ten parts as equal as can be, the first ones larger by one. */
function tenthOf(index: number, all: number): number {
  const [size, larger] = [Math.floor(all / 10), all % 10];
  return index < larger * (size + 1) ? Math.floor(index / (size + 1)) + 1 : larger + Math.floor((index - larger * (size + 1)) / size) + 1;
}

function monthsBetween(first: string, last: string): number {
  const at = (day: string): number => Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
  return at(last) - at(first) - (last.slice(8) < first.slice(8) ? 1 : 0);
}
