import { AS_OF, nextMonth } from './clock.ts';
import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { distinct, grouped, jobTable, monthOf, per, count, quarterOf, round, sum, without, yearOf } from './figures.ts';
import { earning, filled, type Opinion, sold } from './tables-of-jobs.ts';

const until = (day: string, jobs: Job[]): Job[] => jobs.filter((job) => job.day !== null && job.day <= day);

/** People with figures of their jobs, per currency; whoever they are is left out again. */
function people(choose: (facts: Facts) => Job[], figures: string, least = 1): Opinion {
  return (facts) =>
    without(
      perPerson(choose(facts), figures).filter((row) => Number(row.jobs_of_person) >= least),
      'sales_person_name',
      'jobs_of_person',
    );
}

function perPerson(jobs: readonly Job[], figures: string): Row[] {
  return jobTable(
    jobs.map((job) => ({ ...job, sales_person_name: job.customer })),
    ['sales_person_name', 'currency'],
    ['jobs_of_person=total_jobs', ...figures.split(' ')],
  );
}

export const OPINIONS_OF_CUSTOMERS: Record<string, Opinion> = {
  customer_lifetime_value: people(
    sold,
    'total_jobs first_job_date last_job_date customer_lifetime_value=total_revenue avg_job_value branches_used=branches_worked years_active booked_revenue closed_revenue booked_jobs closed_jobs',
    2,
  ),
  repeat_customers: people(
    sold,
    'total_jobs first_job_date last_job_date total_revenue avg_job_value branches_used=branches_worked job_types_used years_active',
    2,
  ),
  repeat_customer_patterns: people(earning, 'total_jobs first_job_date last_job_date total_revenue avg_job_value', 2),
  customer_segmentation_by_value: people(sold, 'total_jobs total_revenue first_job_date last_job_date'),
  customer_profitability: people(
    sold,
    'total_jobs total_revenue total_estimated total_actual variance_amount variance_percent avg_job_value revenue_per_job first_job_date last_job_date branches_used=branches_worked job_types_used',
  ),
  customer_churn_prediction: people((facts) => until(AS_OF, sold(facts)), 'total_jobs total_revenue avg_job_value last_job_date'),
  customer_segmentation_advanced: people(
    (facts) => until(AS_OF, sold(facts)),
    'last_job_date frequency_jobs=total_jobs frequency_months=months_active monetary_value=total_revenue avg_job_value',
  ),
  customer_lifetime_value_forecast: people(
    (facts) => until(AS_OF, sold(facts)),
    'total_jobs first_job_date last_job_date current_ltv=total_revenue avg_job_value months_active years_active',
    2,
  ),
  customer_preferences_analysis: people(
    sold,
    'total_jobs job_types_used branches_used=branches_worked total_revenue avg_job_value first_job_date last_job_date',
    2,
  ),
  rolling_window_jobs: (facts) =>
    grouped(earning(facts), { customer: (job) => job.customer }, { total_jobs_overall: count() }).map(
      (row) => without([row], 'customer')[0] ?? {},
    ),
  customer_retention_rate: (facts) => {
    const jobs = grouped(sold(facts), { customer: (job) => job.customer }, { jobs: count() });
    const repeat = jobs.filter((row) => Number(row.jobs) > 1).length;
    return [
      {
        one_time_customers: jobs.length - repeat,
        repeat_customers: repeat,
        total_customers_with_jobs: jobs.length,
        retention_rate_percent: round((100 * repeat) / jobs.length),
        one_time_rate_percent: round((100 * (jobs.length - repeat)) / jobs.length),
      },
    ];
  },
  customer_acquisition_timeline: (facts) => {
    const months = [...firstDays(earning(facts)).values()].map((day) => String(monthOf(day))).sort();
    const rows: Row[] = [];
    for (let month = months[0] ?? ''; month <= (months.at(-1) ?? ''); month = nextMonth(month)) {
      const upTo = months.filter((each) => each <= month);
      rows.push({
        acquisition_month: month,
        acquisition_year: yearOf(month),
        year: Number(month.slice(0, 4)),
        month: Number(month.slice(5, 7)),
        new_customers: months.filter((each) => each === month).length,
        cumulative_customers_year: upTo.filter((each) => each.slice(0, 4) === month.slice(0, 4)).length,
        cumulative_customers_total: upTo.length,
      });
    }
    return rows;
  },
  customer_acquisition_cohorts: (facts) =>
    grouped(
      aged(facts, monthOf, 1),
      { acquisition_month: (job) => job.cohort, months_since_acquisition: (job) => job.age, currency: (job) => job.currency },
      {
        active_customers: distinct((job) => job.customer),
        total_jobs: count(),
        total_revenue: sum((job) => job.revenue),
        avg_jobs_per_customer: per(
          count(),
          distinct((job) => job.customer),
        ),
        avg_revenue_per_customer: per(
          sum((job) => job.revenue),
          distinct((job) => job.customer),
        ),
      },
    ),
  cohort_revenue_analysis: (facts) =>
    grouped(
      aged(facts, monthOf, 1),
      {
        acquisition_year: (job) => Number(job.cohort.slice(0, 4)),
        acquisition_month: (job) => Number(job.cohort.slice(5, 7)),
        months_since_acquisition: (job) => job.age,
        currency: (job) => job.currency,
      },
      { active_customers: distinct((job) => job.customer), total_revenue: sum((job) => job.revenue) },
    ),
  retention_cohort_analysis: (facts) => {
    const jobs = aged(facts, quarterOf, 3);
    const sizes = grouped(jobs, { cohort: (job) => job.cohort }, { size: distinct((job) => job.customer) });
    return grouped(
      jobs,
      { acquisition_quarter: (job) => job.cohort, quarters_since_acquisition: (job) => job.age },
      { active_customers: distinct((job) => job.customer) },
    ).map((row) => {
      const size = Number(sizes.find(({ cohort }) => cohort === row.acquisition_quarter)?.size);
      return { ...row, cohort_size: size, retention_rate: round((100 * Number(row.active_customers)) / size) };
    });
  },
  repeat_revenue: (facts) => {
    const jobs = earning(facts);
    const firsts = firstDays(jobs);
    const isNew = (job: Job): boolean => firsts.get(job.customer) === job.day;
    // Two jobs of one person on the first day: one of them is the first.
    const monthly = grouped(
      jobs,
      { period: (job) => monthOf(job.day), currency: (job) => job.currency },
      {
        new_jobs: (rows) => distinct<Job>((job) => job.customer)(rows.filter(isNew)),
        repeat_jobs: (rows) => rows.length - Number(distinct<Job>((job) => job.customer)(rows.filter(isNew))),
      },
    ).map((row) => ({ period_type: 'monthly', ...row }));
    return filled(monthly).map(({ period_type: _kind, period, ...row }) => ({ month: period ?? null, ...row }));
  },
  customer_job_frequency: (facts) =>
    [...grouped(earning(facts), { customer: (job) => job.customer }, { jobs: count() })]
      .filter((row) => Number(row.jobs) > 1)
      .map((row) => {
        const days = earning(facts)
          .filter((job) => job.customer === row.customer)
          .map((job) => Date.parse(job.day ?? '') / 86_400_000)
          .sort((a, b) => a - b);
        const gaps = days.slice(1).map((day, index) => day - (days[index] ?? day));
        return {
          intervals_count: gaps.length,
          avg_days_between_jobs: round(gaps.reduce((total, gap) => total + gap, 0) / gaps.length),
          min_days_between_jobs: Math.min(...gaps),
          max_days_between_jobs: Math.max(...gaps),
        };
      }),
  gender_distribution: ({ jobs }) =>
    jobTable(jobs, ['currency'], ['total_jobs', 'active_jobs=sold_jobs', 'total_revenue', 'avg_job_value']),
  category_customer_lifetime_value: (facts) => {
    const jobs = sold(facts);
    const origin = new Map<string, string>();
    for (const job of [...jobs].sort((a, b) => ((a.day ?? '9999') < (b.day ?? '9999') ? -1 : 1)))
      if (!origin.has(job.customer)) origin.set(job.customer, job.category);
    return grouped(
      jobs,
      { category: (job) => origin.get(job.customer) ?? '', currency: (job) => job.currency },
      {
        customer_count: distinct((job) => job.customer),
        total_jobs: count(),
        total_revenue: sum((job) => job.revenue),
        avg_jobs_per_customer: per(
          count(),
          distinct((job) => job.customer),
        ),
        revenue_per_customer: per(
          sum((job) => job.revenue),
          distinct((job) => job.customer),
        ),
      },
    );
  },
};

function firstDays(jobs: readonly Job[]): Map<string, string> {
  const days = new Map<string, string>();
  for (const { customer, day } of jobs) if (day !== null && day < (days.get(customer) ?? '9999')) days.set(customer, day);
  return days;
}

interface AgedJob extends Job {
  cohort: string;
  age: number;
}

/** Sold jobs with the period in which their person came (first lead, else first job) and how many periods later they were. */
function aged(facts: Facts, periodOf: (day: string | null) => string | null, months: number): AgedJob[] {
  const jobs = earning(facts);
  const firsts = firstDays(jobs);
  return jobs.map((job) => {
    const came = facts.firstLead[job.customer] ?? firsts.get(job.customer) ?? '';
    const place = (day: string): number => Math.floor((Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7)) - 1) / months);
    return { ...job, cohort: String(periodOf(came)), age: Math.max(0, place(job.day ?? '') - place(came)) };
  });
}
