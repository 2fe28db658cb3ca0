import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { jobTable, mean, monthOf, quarterOf, round, withShare, without, yearOf } from './figures.ts';
import { type Opinion, all, byMonth, dated, earning, filled, periods, sold, table } from './tables-of-jobs.ts';

const COUNTS = 'total_jobs booked_jobs closed_jobs lost_jobs';
const TIMES =
  'total_jobs quoted_jobs booked_jobs closed_jobs lost_jobs cancelled_jobs total_revenue avg_job_value unique_customers booking_rate_percent active_branches=branches_worked active_sales_people=sales_people_count';
const RATES = 'booking_rate_percent closing_rate_percent loss_rate_percent';

/** Revenue, values and comparisons. */
export const OPINIONS_OF_MONEY: Record<string, Opinion> = {
  revenue_by_branch: table(
    all,
    'branch_name currency',
    'total_jobs total_revenue avg_job_value booked_revenue closed_revenue booked_jobs closed_jobs avg_booked_value avg_closed_value',
  ),
  revenue_by_sales_person: table(
    all,
    'sales_person_name currency',
    'total_jobs total_revenue avg_job_value booked_revenue closed_revenue booked_jobs closed_jobs avg_booked_value branches_worked unique_customers',
  ),
  revenue_by_referral_source: table(
    all,
    'referral_source affiliate_name currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue booked_revenue closed_revenue avg_job_value booking_rate_percent',
  ),
  revenue_by_job_status: (facts) =>
    withShare(table(all, 'opportunity_status currency', 'job_count=total_jobs total_revenue=worth avg_job_value=worth_mean')(facts), {
      column: 'revenue_percentage',
      of: 'total_revenue',
      within: 'currency',
    }),
  money_by_currency: table(
    all,
    'currency',
    'total_jobs sold_jobs total_revenue avg_job_value unique_customers first_job_date last_job_date',
  ),
  monthly_metrics_summary: (facts) => byMonth(dated(facts), TIMES),
  quarterly_metrics_summary: table(dated, 'quarter year currency', TIMES),
  year_over_year_growth: table(
    dated,
    'year currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue unique_customers active_branches=branches_worked',
  ),
  average_job_value: (facts) => [
    ...dimension(facts, 'overall', null),
    ...dimension(facts, 'branch', 'branch_name'),
    ...dimension(facts, 'sales_person', 'sales_person_name'),
    ...dimension(facts, 'job_type', 'job_type'),
  ],
  branch_performance_comparison: table(
    all,
    'branch_name currency',
    `${COUNTS} booking_rate_percent total_revenue avg_job_value unique_customers sales_people_count first_job_date last_job_date`,
  ),
  branch_performance_benchmarking: table(
    all,
    'branch_name currency',
    `${COUNTS} total_revenue avg_job_value unique_customers avg_crew_size avg_trucks_per_job=avg_trucks ${RATES}`,
  ),
  sales_person_benchmarking: table(
    all,
    'sales_person_name currency',
    `${COUNTS} total_revenue avg_job_value unique_customers branches_worked revenue_per_job revenue_per_customer ${RATES}`,
  ),
  industry_benchmarks: table(
    all,
    'currency',
    `${COUNTS} quoted_jobs total_customers=unique_customers total_branches=branches_worked total_sales_people=sales_people_count total_revenue avg_job_value median_job_value p25_job_value p75_job_value ${RATES} revenue_per_job revenue_per_customer avg_crew_size avg_trucks_per_job=avg_trucks`,
  ),
  competitive_metrics: table(
    all,
    'currency',
    'total_quoted=quoted_jobs total_booked=booked_jobs total_closed=closed_jobs total_lost=lost_jobs total_won=sold_jobs booked_revenue closed_revenue won_revenue=total_revenue avg_booked_value avg_closed_value quote_to_book_rate_percent=booking_rate_percent book_to_close_rate_percent=closing_rate_percent loss_rate_percent',
  ),
  heatmap_revenue_by_branch_month: (facts) =>
    table(
      earning,
      'branch_name month currency',
      'value=total_revenue',
    )(facts).map((row) => ({ ...row, month: String(row.month).slice(0, 7) })),
  anomaly_detection: (facts) => byMonth(dated(facts), 'job_count=total_jobs revenue=total_revenue unique_customers avg_job_value'),
  revenue_trends: (facts) =>
    filled(
      periods(
        earning(facts),
        'period',
        { monthly: monthOf, quarterly: quarterOf, yearly: yearOf },
        'job_count=total_jobs revenue=total_revenue booked_revenue closed_revenue',
      ),
    ),
  customer_segmentation_radar: (facts) => radar(sold(facts)),
};

function dimension(facts: Facts, name: string, key: string | null): Row[] {
  return jobTable(sold(facts), key === null ? ['currency'] : [key, 'currency'], [
    'job_count=total_jobs',
    'avg_job_value',
    'median_job_value',
  ]).map((row) => ({
    dimension: name,
    dimension_value: key === null ? 'all' : (row[key] ?? null),
    ...without([row], key ?? '')[0],
  }));
}

function radar(jobs: readonly Job[]): Row[] {
  const people = jobTable(
    jobs.map((job) => ({ ...job, performer_name: job.customer, sales_person_name: job.customer })),
    ['sales_person_name', 'currency'],
    ['total_revenue', 'total_jobs', 'avg_job_value', 'first_job_date', 'last_job_date'],
  );
  const axes: [string, (row: Row) => number][] = [
    ['Lifetime Value', (row) => Number(row.total_revenue)],
    ['Avg Job Value', (row) => (row.avg_job_value === null ? Number.NaN : Number(row.avg_job_value))],
    ['Job Frequency', (row) => Number(row.total_jobs)],
    [
      'Customer Lifespan',
      (row) =>
        row.last_job_date === null
          ? Number.NaN
          : (Date.parse(String(row.last_job_date)) - Date.parse(String(row.first_job_date))) / 86_400_000,
    ],
  ];
  return [...new Set(people.map((row) => row.currency ?? null))].flatMap((currency) =>
    axes.map(([subject, figureOf]) => {
      const values = people
        .filter((row) => row.currency === currency)
        .map(figureOf)
        .filter((value) => !Number.isNaN(value));
      return { subject, currency, value: mean<number>((value) => value)(values), full_mark: round(Math.max(...values)) };
    }),
  );
}
