import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { jobTable, mean, monthOf, quarterOf, round, withShare, without, yearOf } from './figures.ts';

type Opinion = (facts: Facts) => Row[];

const sold = ({ jobs }: Facts): Job[] => jobs.filter((job) => job.is_sold);
const dated = ({ jobs }: Facts): Job[] => jobs.filter((job) => job.day !== null);
const earning = (facts: Facts): Job[] => sold(facts).filter((job) => job.day !== null);

/** A question that is jobs by keys with figures: `all`, `sold`, `dated` or `earning` (sold with a day). */
function table(choose: (facts: Facts) => Job[], keys: string, figures: string): Opinion {
  return (facts) => jobTable(choose(facts), keys.split(' '), figures.split(' '));
}
const all = ({ jobs }: Facts): Job[] => jobs;

const COUNTS = 'total_jobs booked_jobs closed_jobs lost_jobs';
const TIMES =
  'total_jobs quoted_jobs booked_jobs closed_jobs lost_jobs cancelled_jobs total_revenue avg_job_value unique_customers booking_rate_percent active_branches=branches_worked active_sales_people=sales_people_count';
const RATES = 'booking_rate_percent closing_rate_percent loss_rate_percent';
const MONEY = 'total_estimated total_actual variance_amount variance_percent avg_job_value';
const CREW = 'total_crew_hours total_truck_hours';
const ROUTE = 'origin_city origin_state destination_city destination_state';

export const OPINIONS_OF_JOBS: Record<string, Opinion> = {
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
  monthly_metrics_summary: table(dated, 'month year month_number currency', TIMES),
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
  market_share_analysis: (facts) =>
    withShare(
      withShare(
        table(sold, `${ROUTE} currency`, 'total_jobs unique_customers total_revenue avg_job_value branches_serving=branches_worked')(facts),
        { column: 'market_share_jobs_percent', of: 'total_jobs', within: 'currency' },
      ),
      { column: 'market_share_revenue_percent', of: 'total_revenue', within: 'currency' },
    ),
  heatmap_revenue_by_branch_month: (facts) =>
    table(
      earning,
      'branch_name month currency',
      'value=total_revenue',
    )(facts).map((row) => ({ ...row, month: String(row.month).slice(0, 7) })),
  job_bookings_by_branch: table(
    all,
    'branch_name currency',
    `${COUNTS} quoted_jobs cancelled_jobs total_revenue booked_revenue closed_revenue avg_job_value booking_rate_percent`,
  ),
  job_bookings_by_sales_person: table(
    all,
    'sales_person_name currency',
    `${COUNTS} quoted_jobs cancelled_jobs total_revenue booked_revenue closed_revenue avg_job_value booking_rate_percent branches_worked`,
  ),
  job_status_distribution: (facts) =>
    withShare(
      withShare(table(all, 'opportunity_status currency', 'job_count=total_jobs total_revenue=worth avg_value_per_job=worth_mean')(facts), {
        column: 'percentage_of_total',
        of: 'job_count',
        within: 'currency',
      }),
      { column: 'revenue_percentage', of: 'total_revenue', within: 'currency' },
    ),
  job_type_distribution: (facts) =>
    withShare(
      table(
        all,
        'job_type currency',
        'job_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs total_revenue avg_job_value avg_crew_size avg_trucks_used=avg_trucks',
      )(facts),
      { column: 'percentage_of_total', of: 'job_count', within: 'currency' },
    ),
  job_crew_truck_utilization: table(
    sold,
    'job_type currency',
    `job_count=total_jobs avg_crew_size min_crew_size max_crew_size median_crew_size avg_trucks_used=avg_trucks min_trucks_used max_trucks_used median_trucks_used ${CREW}`,
  ),
  job_duplicate_rate: ({ jobs }) => [
    {
      duplicate_jobs: 0,
      non_duplicate_jobs: jobs.length,
      total_jobs: jobs.length,
      duplicate_rate_percent: 0,
      non_duplicate_rate_percent: 100,
    },
  ],
  duplicate_prevention_insights: () => [],
  daily_active_jobs: table(
    dated,
    'job_day currency',
    'daily_job_count=total_jobs quoted_count=quoted_jobs booked_count=booked_jobs closed_count=closed_jobs lost_count=lost_jobs daily_revenue=total_revenue unique_customers active_branches=branches_worked active_sales_people=sales_people_count',
  ),
  seasonal_job_patterns: (facts) =>
    withShare(table(dated, 'month_number currency', 'total_jobs booked_jobs closed_jobs total_revenue')(facts), {
      column: 'percentage_of_year',
      of: 'total_jobs',
      within: 'currency',
    }),
  jobs_by_time_period: (facts) =>
    periods(
      dated(facts),
      'period_date',
      { daily: (day) => day, weekly: weekOf, monthly: monthOf, yearly: yearOf },
      'job_count=total_jobs booked_count=sold_jobs revenue=total_revenue',
    ),
  job_conversion_rates: (facts) =>
    [
      ['overall', null],
      ['branch', 'branch_name'],
      ['sales_person', 'sales_person_name'],
    ].flatMap(([name, key]) =>
      jobTable(
        facts.jobs,
        key === null || key === undefined ? [] : [key],
        'quoted_count=quoted_jobs booked_count=booked_jobs closed_count=closed_jobs lost_count=lost_jobs total_leads=total_jobs quote_to_booking_rate=booking_rate_percent booking_to_closed_rate=closing_rate_percent loss_rate=loss_rate_percent'.split(
          ' ',
        ),
      ).map((row) => ({
        dimension: name ?? '',
        dimension_value: key === null || key === undefined ? 'all' : (row[key] ?? null),
        ...without([row], key ?? '')[0],
      })),
    ),
  job_estimated_vs_actual_cost: (facts) =>
    sold(facts)
      .filter((job) => job.estimated !== null && job.actual !== null)
      .map((job) => ({
        opportunity_status: job.status,
        job_date: job.day,
        currency: job.currency,
        total_estimated_cost: job.estimated,
        total_actual_cost: job.actual,
        cost_variance: round(Number(job.actual) - Number(job.estimated)),
        hourly_rate_quoted: job.rateQuoted,
        hourly_rate_billed: job.rateBilled,
      })),
  job_cancellation_analysis: ({ jobs }) =>
    jobs
      .filter((job) => job.status === 'CANCELLED')
      .map((job) => ({
        branch_name: job.branch_name,
        sales_person_name: job.sales_person_name,
        job_type: job.job_type,
        job_date: job.day,
        currency: job.currency,
        total_estimated_cost: job.estimated,
      })),
  job_margins: (facts) =>
    sold(facts).map((job) => ({
      job_date: job.day,
      branch_name: job.branch_name,
      job_type: job.job_type,
      opportunity_status: job.status,
      currency: job.currency,
      total_estimated_cost: job.estimated,
      total_actual_cost: job.actual,
      revenue: job.revenue,
    })),
  city_to_city_routes: table(
    all,
    `${ROUTE} currency`,
    'route_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs total_revenue avg_job_value booking_rate_percent',
  ),
  job_geographic_routes: table(
    all,
    `${ROUTE} currency`,
    'route_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs total_revenue avg_job_value booking_rate_percent',
  ),
  top_origin_cities: table(
    all,
    'origin_city origin_state currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue avg_job_value unique_customers branches_serving=branches_worked',
  ),
  top_destination_cities: table(
    all,
    'destination_city destination_state currency',
    'job_count=total_jobs booked_jobs closed_jobs total_revenue avg_job_value unique_customers branches_serving=branches_worked',
  ),
  customer_origin_patterns: table(
    sold,
    'origin_city origin_state currency',
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer revenue_per_customer first_job_date last_job_date',
  ),
  customer_destination_patterns: table(
    sold,
    'destination_city destination_state currency',
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer revenue_per_customer origin_cities_count=origin_cities origin_states_count=origin_states',
  ),
  origin_destination_correlations: table(
    sold,
    `${ROUTE} route_type currency`,
    'customer_count=unique_customers total_jobs total_revenue avg_job_value jobs_per_customer',
  ),
  branch_geographic_coverage: table(
    sold,
    'branch_name currency',
    'origin_cities_served=origin_cities origin_states_served=origin_states destination_cities_served=destination_cities destination_states_served=destination_states total_jobs total_customers=unique_customers total_revenue revenue_per_job',
  ),
  geographic_coverage: ({ jobs }) =>
    (['origin', 'destination'] as const).flatMap((end) =>
      jobTable(
        jobs,
        [`${end}_state`, 'currency'],
        ['job_count=total_jobs', `cities_served=${end}_cities`, 'unique_customers', 'total_revenue'],
      ).map((row) => ({
        ...without([row], `${end}_state`)[0],
        state: row[`${end}_state`] ?? null,
        coverage_type: end === 'origin' ? 'Origin Coverage' : 'Destination Coverage',
      })),
    ),
  revenue_by_geographic_region: ({ jobs }) =>
    (['origin', 'destination'] as const).flatMap((end) =>
      jobTable(jobs, [`${end}_city`, `${end}_state`, 'currency'], ['job_count=total_jobs', 'total_revenue', 'avg_job_value']).map(
        (row) => ({
          ...without([row], `${end}_city`, `${end}_state`)[0],
          region_type: end,
          city: row[`${end}_city`] ?? null,
          state: row[`${end}_state`] ?? null,
        }),
      ),
    ),
  branch_profitability: table(
    sold,
    'branch_name currency',
    `total_jobs booked_jobs closed_jobs total_revenue booked_revenue closed_revenue ${MONEY} revenue_per_job revenue_per_crew_hour revenue_per_truck_hour ${CREW} avg_crew_per_job=avg_crew_size avg_trucks_per_job=avg_trucks`,
  ),
  job_type_profitability: table(
    sold,
    'job_type currency',
    `total_jobs booked_jobs closed_jobs total_revenue ${MONEY} median_job_value ${CREW} revenue_per_crew_hour revenue_per_truck_hour`,
  ),
  job_type_geographic_profitability: table(
    sold,
    'job_type origin_state destination_state branch_name currency',
    `total_jobs customer_count=unique_customers total_revenue ${MONEY} avg_crew_size avg_trucks revenue_per_job`,
  ),
  capacity_utilization: table(
    earning,
    'branch_name job_type month currency',
    `total_jobs ${CREW} avg_crew_per_job=avg_crew_size avg_trucks_per_job=avg_trucks max_crew_per_job=max_crew_size max_trucks_per_job=max_trucks_used total_revenue active_days jobs_per_day revenue_per_crew_hour revenue_per_truck_hour`,
  ),
  resource_allocation: table(
    earning,
    'branch_name month currency',
    `total_jobs ${CREW} total_revenue avg_crew_per_job=avg_crew_size avg_trucks_per_job=avg_trucks active_days job_types_handled=job_types_used jobs_per_day revenue_per_crew_hour revenue_per_truck_hour revenue_per_job`,
  ),
  crew_truck_utilization_by_route: table(
    sold,
    'route_type job_type branch_name currency',
    `total_jobs ${CREW} avg_crew_per_job=avg_crew_size avg_trucks_per_job=avg_trucks total_revenue avg_job_value revenue_per_crew_hour revenue_per_truck_hour`,
  ),
  operational_efficiency: table(sold, 'job_type currency', `total_jobs avg_crew_size avg_trucks_per_job=avg_trucks ${CREW} avg_job_value`),
  routing_efficiency: table(
    sold,
    `${ROUTE} branch_name route_type currency`,
    'route_frequency=total_jobs total_revenue avg_job_value avg_crew_size avg_trucks first_job_date last_job_date',
  ),
  branch_capacity_analysis: table(
    earning,
    'branch_name currency',
    `months_active total_jobs total_customers=unique_customers ${CREW} total_revenue total_active_days=active_days jobs_per_day crew_hours_per_day revenue_per_job revenue_per_crew_hour`,
  ),
  job_duration_analysis: table(sold, 'job_type branch_name currency', 'total_jobs avg_crew_size avg_trucks_used=avg_trucks avg_job_value'),
  job_scheduling_efficiency: table(sold, 'job_type branch_name currency', 'total_jobs avg_job_value'),
  pricing_optimization: table(sold, 'job_type branch_name currency', 'total_jobs'),
  estimate_accuracy: (facts) =>
    jobTable(
      sold(facts).filter((job) => Number(job.estimated) > 0 && job.actual !== null),
      ['sales_person_name', 'currency'],
      'total_jobs total_estimated total_actual variance_amount'.split(' '),
    ),
  performance_trends: table(
    dated,
    'month performer_name currency',
    'jobs_handled=total_jobs booked_jobs closed_jobs revenue=total_revenue booking_rate_percent',
  ),
  affiliate_performance: (facts) =>
    jobTable(
      facts.jobs.filter((job) => job.affiliate !== null),
      ['affiliate_name', 'currency'],
      'total_jobs customer_count=unique_customers branches_used=branches_worked total_revenue avg_job_value booked_jobs closed_jobs booking_rate=booking_rate_percent completion_rate=closing_rate_percent revenue_per_customer first_job_date last_job_date'.split(
        ' ',
      ),
    ),
  affiliate_customer_lifetime_value: (facts) =>
    jobTable(
      sold(facts).filter((job) => job.affiliate !== null),
      ['affiliate_name', 'currency'],
      'customer_count=unique_customers total_jobs total_revenue avg_jobs_per_customer=jobs_per_customer revenue_per_customer'.split(' '),
    ),
  gender_revenue_analysis: table(
    sold,
    'currency',
    'customer_count=unique_customers job_count=total_jobs total_revenue avg_job_value median_job_value p25_job_value p75_job_value min_job_value max_job_value booked_revenue closed_revenue revenue_per_customer revenue_per_job',
  ),
  gender_job_preferences: table(
    all,
    'job_type branch_name currency',
    'job_count=total_jobs customer_count=unique_customers total_revenue avg_job_value jobs_per_customer',
  ),
  true_conversion: ({ jobs }) =>
    jobTable(
      jobs.map((job) => ({ ...job, day: job.created })),
      ['month', 'branch_name'],
      ['quoted_jobs=total_jobs', 'still_booked=sold_jobs', 'still_booked_percent=booking_rate_percent'],
    ),
  anomaly_detection: table(dated, 'month currency', 'job_count=total_jobs revenue=total_revenue unique_customers avg_job_value'),
  revenue_trends: (facts) =>
    filled(
      periods(
        earning(facts),
        'period',
        { monthly: monthOf, quarterly: quarterOf, yearly: yearOf },
        'job_count=total_jobs revenue=total_revenue booked_revenue closed_revenue',
      ),
    ),
  job_volume_trends: (facts) =>
    filled(
      periods(
        dated(facts),
        'period',
        { monthly: monthOf, yearly: yearOf },
        'job_count=total_jobs booked_count=booked_jobs closed_count=closed_jobs revenue=total_revenue',
        'trend_type',
      ),
    ),
  job_data_completeness: ({ jobs }) => [
    {
      total_jobs: jobs.length,
      jobs_with_customer_id: jobs.length,
      jobs_with_job_date: jobs.filter((job) => job.day !== null).length,
      jobs_with_estimated_cost: jobs.filter((job) => job.estimated !== null).length,
      jobs_with_actual_cost: jobs.filter((job) => job.actual !== null).length,
    },
  ],
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

function periods(
  jobs: readonly Job[],
  column: string,
  lengths: Record<string, (day: string | null) => string | null>,
  figures: string,
  kind = 'period_type',
): Row[] {
  return Object.entries(lengths).flatMap(([name, periodOf]) =>
    jobTable(
      jobs.map((job) => ({ ...job, day: periodOf(job.day) })),
      ['day', 'currency'],
      figures.split(' '),
    ).map((row) => ({
      [kind]: name,
      [column]: row.day ?? null,
      ...without([row], 'day')[0],
    })),
  );
}

/** Periods between the first and the last of a currency that have no row stand as zeros. */
function filled(rows: readonly Row[]): Row[] {
  const kind = 'trend_type' in (rows[0] ?? {}) ? 'trend_type' : 'period_type';
  const steps: Record<string, number> = { monthly: 1, quarterly: 3, yearly: 12 };
  const groups = new Set(rows.map((row) => `${row[kind]}|${row.currency}`));
  return [...groups].flatMap((group) => {
    const own = rows
      .filter((row) => `${row[kind]}|${row.currency}` === group)
      .sort((a, b) => (String(a.period) < String(b.period) ? -1 : 1));
    const all: Row[] = [];
    for (
      let period = String(own[0]?.period);
      period <= String(own.at(-1)?.period);
      period = later(period, steps[group.split('|')[0] ?? ''] ?? 1)
    ) {
      const row = own.find((each) => each.period === period);
      all.push(
        row ??
          Object.fromEntries(
            Object.keys(own[0] ?? {}).map((name) => [
              name,
              name === 'period' ? period : name === kind || name === 'currency' ? (own[0]?.[name] ?? null) : 0,
            ]),
          ),
      );
    }
    return all;
  });
}

function later(period: string, months: number): string {
  const at = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** The Monday of the day's week. */
function weekOf(day: string | null): string | null {
  if (day === null) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}

function radar(jobs: readonly Job[]): Row[] {
  const people = jobTable(
    jobs.map((job) => ({ ...job, performer_name: job.customer, sales_person_name: job.customer })),
    ['sales_person_name', 'currency'],
    ['total_revenue', 'total_jobs', 'avg_job_value', 'first_job_date', 'last_job_date'],
  );
  const axes: [string, (row: Row) => number][] = [
    ['Lifetime Value', (row) => Number(row.total_revenue)],
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
    axes.map(([subject, valueOf]) => {
      const values = people
        .filter((row) => row.currency === currency)
        .map(valueOf)
        .filter((value) => !Number.isNaN(value));
      return { subject, currency, value: mean<number>((value) => value)(values), full_mark: round(Math.max(...values)) };
    }),
  );
}
