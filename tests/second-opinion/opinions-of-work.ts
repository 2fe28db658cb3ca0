import { addDays } from '../../samples/mover/calendar.ts';
import { AS_OF, everyPeriod } from './clock.ts';
import type { Job } from './facts.ts';
import { count, grouped, jobTable, round, sum } from './figures.ts';
import { type Opinion, all, dated, earning, sold, table } from './tables-of-jobs.ts';

const MONEY = 'total_estimated total_actual variance_amount variance_percent avg_job_value';
const CREW = 'total_crew_hours total_truck_hours';

/** Crews, trucks, estimates and margins. */
export const OPINIONS_OF_WORK: Record<string, Opinion> = {
  job_crew_truck_utilization: table(
    sold,
    'job_type currency',
    `job_count=total_jobs avg_crew_size min_crew_size max_crew_size median_crew_size avg_trucks_used=avg_trucks min_trucks_used max_trucks_used median_trucks_used ${CREW}`,
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
  operational_efficiency: table(sold, 'job_type currency', `total_jobs avg_crew_size avg_trucks_per_job=avg_trucks ${CREW} avg_job_value`),
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
  sales_person_ramp: (facts) => {
    const own = earning(facts).filter((job) => job.sales_person_name !== '(no sales person)');
    const starts = new Map<string, string>();
    for (const job of own)
      if ((job.day ?? '') < (starts.get(job.sales_person_name) ?? '9999')) starts.set(job.sales_person_name, job.day ?? '');
    const age = (job: Job): number => monthNumber(job.day ?? '') - monthNumber(starts.get(job.sales_person_name) ?? '');
    const monthly = grouped(
      own.filter((job) => age(job) < 12),
      { sales_person_name: (job) => job.sales_person_name, currency: (job) => job.currency, month_of_work: age },
      { sold_jobs: count(), total_revenue: sum((job) => job.revenue) },
    );
    const places = [...new Set(monthly.map((row) => `${row.sales_person_name}|${row.currency}`))];
    return places.flatMap((place) => {
      const rows = monthly.filter((row) => `${row.sales_person_name}|${row.currency}` === place);
      const last = Math.max(...rows.map((row) => Number(row.month_of_work)));
      const [sales_person_name = '', currency = ''] = place.split('|');
      return Array.from(
        { length: last + 1 },
        (_none, month) =>
          rows.find((row) => row.month_of_work === month) ?? {
            sales_person_name,
            currency,
            month_of_work: month,
            sold_jobs: 0,
            total_revenue: 0,
          },
      );
    });
  },
  capacity_by_day: (facts) => {
    const days = everyPeriod(AS_OF, addDays(AS_OF, 27), 1);
    const ahead = earning(facts).filter((job) => days.includes(job.day ?? ''));
    const places = [...new Set(ahead.map((job) => `${job.branch_name}|${job.currency}`))];
    return places.flatMap((place) =>
      days.map((day) => {
        const own = ahead.filter((job) => `${job.branch_name}|${job.currency}` === place && job.day === day);
        const [branch_name = '', currency = ''] = place.split('|');
        return {
          day,
          branch_name,
          currency,
          jobs: own.length,
          crew: sum<Job>((job) => job.crew)(own),
          revenue: sum<Job>((job) => job.revenue)(own),
        };
      }),
    );
  },
};

function monthNumber(day: string): number {
  return Number(day.slice(0, 4)) * 12 + Number(day.slice(5, 7));
}
