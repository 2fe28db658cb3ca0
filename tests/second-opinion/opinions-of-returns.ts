import { addDays } from '../../samples/mover/calendar.ts';
import { AS_OF, everyPeriod, mondayOf, WEEKDAYS, weekdayOf } from './clock.ts';
import { bandOf, withPrevious } from './opinions-of-bookings.ts';
import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { count, grouped, mean, monthOf, per, percent, round, smallest, sum, withShare } from './figures.ts';
import { earning, type Opinion, sold } from './tables-of-jobs.ts';

const revenue = (job: Job): number | null => job.revenue;
const branch = (job: Job): string => job.branch_name;
const currency = (job: Job): string => job.currency;
const crewHours = (job: Job): number => Number(job.crew ?? 0) * Number(job.hours ?? 0);
const timed =
  (of: (job: Job) => number | null) =>
  (job: Job): number | null =>
    crewHours(job) > 0 ? of(job) : null;

/** What sold jobs bring, by size, gap and day. */
export const OPINIONS_OF_RETURNS: Record<string, Opinion> = {
  crew_size_returns: (facts) =>
    grouped(
      sold(facts),
      { crew_size: (job) => job.crew, trucks: (job) => job.trucks, currency },
      {
        sold_jobs: count(),
        total_revenue: sum(revenue),
        jobs_with_hours: count((job) => crewHours(job) > 0),
        mean_hours: mean(timed((job) => job.hours)),
        crew_hours: sum(timed(crewHours)),
        revenue_per_crew_hour: per(sum(timed(revenue)), sum(timed(crewHours))),
        mean_revenue: mean(revenue),
      },
    ),
  hours_estimated_vs_actual: (facts) => {
    // The mover estimates six hours for everything.
    const hasBoth = (job: Job): boolean => Number(job.hours) > 0;
    const isOver = (job: Job): boolean => Number(job.hours) > 7.5;
    return grouped(
      sold(facts),
      { job_type: (job) => job.job_type, branch_name: branch, currency },
      {
        sold_jobs: count(),
        jobs_with_both: count(hasBoth),
        estimated_hours: sum((job) => (hasBoth(job) ? 6 : null)),
        actual_hours: sum((job) => (hasBoth(job) ? job.hours : null)),
        difference_percent: per(
          sum((job) => (hasBoth(job) ? Number(job.hours) - 6 : null)),
          sum((job) => (hasBoth(job) ? 6 : null)),
          100,
        ),
        over_by_a_quarter: count(isOver),
        over_percent: percent(isOver, hasBoth),
      },
    );
  },
  job_ratings: (facts) =>
    grouped(
      sold(facts),
      { branch_name: branch, sales_person_name: (job) => job.sales_person_name, currency },
      {
        sold_jobs: count(),
        rated_jobs: count((job) => job.rating !== null),
        rated_percent: percent((job) => job.rating !== null),
        mean_rating: mean((job) => job.rating),
        lowest_rating: smallest((job) => job.rating),
        over_estimate_rating: mean((job) => (Number(job.actual) > 1.1 * Number(job.estimated) ? job.rating : null)),
      },
    ),
  revenue_by_price_band: (facts) =>
    withShare(
      withShare(
        grouped(
          sold(facts),
          { price_band: (job) => bandOf(job.revenue), currency },
          { sold_jobs: count(), total_revenue: sum(revenue), revenue_per_crew_hour: per(sum(timed(revenue)), sum(timed(crewHours))) },
        ),
        { column: 'job_share_percent', of: 'sold_jobs', within: 'currency' },
      ),
      { column: 'revenue_share_percent', of: 'total_revenue', within: 'currency' },
    ),
  revenue_without_a_name: (facts) => {
    const gaps: [string, (job: Job) => boolean][] = [
      ['no sales person', (job) => job.sales_person_name === '(no sales person)'],
      ['no branch', (job) => job.branch_name === '(no branch)'],
      ['no lead source', (job) => job.lead_source_name === '(no source)'],
      ['no service day', (job) => job.day === null],
      ['no amount', (job) => job.revenue === null],
    ];
    return gaps.flatMap(([gap, isOpen]) =>
      grouped(
        sold(facts),
        { currency },
        {
          jobs: count(isOpen),
          job_percent: percent(isOpen),
          revenue_at_risk: sum((job) => (isOpen(job) ? job.revenue : null)),
          revenue_percent: per(
            sum((job) => (isOpen(job) ? job.revenue : null)),
            sum(revenue),
            100,
          ),
        },
      )
        .filter((row) => Number(row.jobs) > 0)
        .map((row) => ({ gap, ...row })),
    );
  },
  unbilled_jobs: (facts) => {
    const isEstimate = (job: Job): boolean => job.actual === null && job.estimated !== null;
    const estimate = (job: Job): number | null => (isEstimate(job) ? job.estimated : null);
    return grouped(
      sold(facts),
      { branch_name: branch, status: (job) => job.status, currency },
      {
        sold_jobs: count(),
        billed_jobs: count((job) => job.actual !== null),
        billed_amount: sum((job) => job.actual),
        estimated_only_jobs: count(isEstimate),
        estimated_only_amount: sum(estimate),
        without_amount: count((job) => job.revenue === null),
        estimated_only_percent: per(sum(estimate), sum(revenue), 100),
      },
    );
  },
  weekday_load: (facts) => {
    const places = [...new Set(earning(facts).map((job) => `${job.branch_name}|${job.currency}`))];
    return withShare(
      places.flatMap((place) => {
        const own = earning(facts).filter((job) => `${job.branch_name}|${job.currency}` === place);
        const known = own.map((job) => job.day ?? '').sort();
        const days = everyPeriod(known[0] ?? '', known.at(-1) ?? '', 1);
        return [1, 2, 3, 4, 5, 6, 7].flatMap((weekday) => {
          const these = days.filter((day) => weekdayOf(day) === weekday);
          if (these.length === 0) return [];
          const jobs = own.filter((job) => weekdayOf(job.day ?? '') === weekday);
          return {
            branch_name: place.split('|')[0] ?? '',
            weekday_number: weekday,
            weekday: WEEKDAYS[weekday - 1] ?? '',
            currency: place.split('|')[1] ?? '',
            place,
            sold_jobs: jobs.length,
            days: these.length,
            days_without_job: these.filter((day) => !jobs.some((job) => job.day === day)).length,
            jobs_per_day: round(jobs.length / these.length),
            total_revenue: sum(revenue)(jobs),
            revenue_per_day: round(Number(sum(revenue)(jobs)) / these.length),
          };
        });
      }),
      { column: 'share_percent', of: 'sold_jobs', within: 'place' },
    ).map(({ place: _place, ...row }) => row);
  },
  weekly_summary: (facts) => {
    const weekly = grouped(
      earning(facts),
      { week: (job) => mondayOf(job.day ?? ''), currency },
      { sold_jobs: count(), total_revenue: sum(revenue) },
    );
    const filled = withPrevious(weekly, 'total_revenue', 'previous_week_revenue', 'change', { sold_jobs: 0, total_revenue: 0 }, 7, 'week');
    return filled.map(({ change: _change, ...row }) => {
      const at = (weeks: number): Row | undefined =>
        filled.find((other) => other.currency === row.currency && other.week === addDays(String(row.week), -7 * weeks));
      const four = [0, 1, 2, 3].map((weeks) => at(weeks)?.total_revenue);
      const before = at(52)?.total_revenue ?? null;
      return {
        ...row,
        four_week_moving_avg: four.includes(undefined) ? null : mean<unknown>((value) => Number(value))(four),
        year_before_revenue: before,
        yoy_change_percent: Number(before) === 0 ? null : round((100 * (Number(row.total_revenue) - Number(before))) / Number(before)),
      };
    });
  },
  year_to_date: (facts) => {
    const year = AS_OF.slice(0, 4);
    const last = String(Number(year) - 1);
    const within = (job: Job, first: string, end: string): boolean => (job.day ?? '') >= first && (job.day ?? '') < end;
    const now = (job: Job): boolean => within(job, `${year}-01-01`, AS_OF);
    const then = (job: Job): boolean => within(job, `${last}-01-01`, last + AS_OF.slice(4));
    return grouped(
      earning(facts).filter((job) => within(job, `${last}-01-01`, AS_OF)),
      { branch_name: branch, currency },
      {
        sold_jobs: count(now),
        revenue: sum((job) => (now(job) ? job.revenue : null)),
        last_year_jobs: count(then),
        last_year_revenue: sum((job) => (then(job) ? job.revenue : null)),
        change_percent: per(
          (rows) =>
            Number(sum<Job>((job) => (now(job) ? job.revenue : null))(rows)) -
            Number(sum<Job>((job) => (then(job) ? job.revenue : null))(rows)),
          sum((job) => (then(job) ? job.revenue : null)),
          100,
        ),
        last_year_whole_revenue: sum((job) => (within(job, `${last}-01-01`, `${year}-01-01`) ? job.revenue : null)),
      },
    );
  },
  quoted_and_billed: ({ opportunities }) => {
    type Opportunity = Facts['opportunities'][number];
    const hasBoth = (each: Opportunity): boolean => each.estimated !== null && each.invoiced !== null;
    const isUnbilled = (each: Opportunity): boolean => each.stands && each.estimated !== null && each.invoiced === null;
    return grouped(
      opportunities,
      { month: (each) => monthOf(each.booked), currency: (each) => each.currency },
      {
        opportunities: count(),
        with_both: count(hasBoth),
        estimated_amount: sum((each) => (hasBoth(each) ? each.estimated : null)),
        invoiced_amount: sum((each) => (hasBoth(each) ? each.invoiced : null)),
        difference_amount: sum((each) => (hasBoth(each) ? Number(each.invoiced) - Number(each.estimated) : null)),
        difference_percent: per(
          sum((each) => (hasBoth(each) ? Number(each.invoiced) - Number(each.estimated) : null)),
          sum((each) => (hasBoth(each) ? each.estimated : null)),
          100,
        ),
        not_invoiced: count(isUnbilled),
        not_invoiced_amount: sum((each) => (isUnbilled(each) ? each.estimated : null)),
      },
    );
  },
};
