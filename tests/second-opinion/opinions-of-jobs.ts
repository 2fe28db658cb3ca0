import { jobTable, monthOf, withShare, without, yearOf } from './figures.ts';
import { type Opinion, all, dated, filled, periods, table } from './tables-of-jobs.ts';

const COUNTS = 'total_jobs booked_jobs closed_jobs lost_jobs';

/** Jobs by status, kind and day. */
export const OPINIONS_OF_JOBS: Record<string, Opinion> = {
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
  duplicate_cost: () => [],
  daily_active_jobs: table(
    dated,
    'job_day currency',
    'daily_job_count=total_jobs quoted_count=quoted_jobs booked_count=booked_jobs closed_count=closed_jobs lost_count=lost_jobs daily_revenue=total_revenue unique_customers active_branches=branches_worked active_sales_people=sales_people_count',
  ),
  seasonal_job_patterns: (facts) => {
    const rows = table(dated, 'month_number currency', 'total_jobs booked_jobs closed_jobs total_revenue')(facts);
    const everyMonth = [...new Set(rows.map((row) => row.currency ?? null))].flatMap((currency) =>
      Array.from(
        { length: 12 },
        (_none, index) =>
          rows.find((row) => row.currency === currency && row.month_number === index + 1) ?? {
            month_number: index + 1,
            currency,
            total_jobs: 0,
            booked_jobs: 0,
            closed_jobs: 0,
            total_revenue: 0,
          },
      ),
    );
    return withShare(everyMonth, { column: 'percentage_of_year', of: 'total_jobs', within: 'currency' });
  },
  jobs_by_time_period: (facts) =>
    filled(
      periods(
        dated(facts),
        'period',
        { daily: (day) => day, weekly: weekOf, monthly: monthOf, yearly: yearOf },
        'job_count=total_jobs booked_count=sold_jobs revenue=total_revenue',
      ),
    ).map(({ period, ...row }) => ({ period_date: period ?? null, ...row })),
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
  true_conversion: ({ jobs }) =>
    filled(
      jobTable(
        jobs.map((job) => ({ ...job, day: job.created })),
        ['month', 'branch_name'],
        ['quoted_jobs=total_jobs', 'still_booked=sold_jobs', 'still_booked_percent=booking_rate_percent'],
      ).map(({ month, branch_name, ...row }) => ({ period_type: 'monthly', period: month ?? null, currency: branch_name ?? null, ...row })),
    ).map(({ period_type: _kind, period, currency, ...row }) => ({ month: period ?? null, branch_name: currency ?? null, ...row })),
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
};

function weekOf(day: string | null): string | null {
  if (day === null) return null;
  const at = Date.parse(`${day}T00:00:00Z`);
  return new Date(at - ((new Date(at).getUTCDay() + 6) % 7) * 86_400_000).toISOString().slice(0, 10);
}
