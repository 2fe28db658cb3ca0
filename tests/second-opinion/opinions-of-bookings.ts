import { addDays } from '../../samples/mover/calendar.ts';
import { AS_OF, daysBetween, everyPeriod } from './clock.ts';
import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { count, grouped, monthOf, per, percent, round, sum, withShare } from './figures.ts';
import { all, type Opinion, sold } from './tables-of-jobs.ts';

const worth = (job: Job): number | null => job.worth;
const is =
  (status: string) =>
  (job: Job): boolean =>
    job.status === status;
const branch = (job: Job): string => job.branch_name;
const seller = (job: Job): string => job.sales_person_name;
const currency = (job: Job): string => job.currency;

/** Jobs by the day of their quote or booking, and what stands open. */
export const OPINIONS_OF_BOOKINGS: Record<string, Opinion> = {
  booked_backlog: ({ jobs }) => {
    const ahead = jobs.filter((job) => job.status === 'BOOKED' && (job.day === null || job.day >= AS_OF));
    return grouped(
      ahead,
      { month: (job) => monthOf(job.day), branch_name: branch, currency },
      { booked_jobs: count(), booked_revenue: sum(worth), jobs_without_amount: count((job) => job.worth === null) },
    ).map((row) => ({
      ...row,
      cumulative_revenue: sum(worth)(
        ahead.filter(
          (job) =>
            job.branch_name === row.branch_name &&
            job.currency === row.currency &&
            (monthOf(job.day) ?? '9999') <= String(row.month ?? '9999'),
        ),
      ),
    }));
  },
  booking_lead_time: ({ jobs }) =>
    withShare(
      grouped(
        everBooked(jobs).map((job) => ({ ...job, place: `${job.branch_name}|${job.currency}` })),
        { span: spanOf, branch_name: branch, currency, place: (job) => job.place },
        { bookings: count(), booked_value: sum(worth), cancelled_percent: percent(is('CANCELLED')) },
      ),
      { column: 'share_percent', of: 'bookings', within: 'place' },
    ).map(({ place: _place, ...row }) => row),
  bookings_by_period: ({ jobs }) => {
    const monthly = grouped(
      everBooked(jobs),
      { period: (job) => monthOf(job.booked), currency },
      { bookings: count(), booked_value: sum(worth), cancelled_since: count(is('CANCELLED')), standing_value: sum((job) => job.revenue) },
    );
    return withPrevious(monthly, 'booked_value', 'previous_value', 'change_percent', {
      bookings: 0,
      booked_value: 0,
      cancelled_since: 0,
      standing_value: 0,
    });
  },
  cancellation_rate: ({ jobs }) =>
    grouped(
      everBooked(jobs),
      { branch_name: branch, sales_person_name: seller, currency },
      {
        ever_booked: count(),
        cancelled_jobs: count(is('CANCELLED')),
        cancelled_percent: percent(is('CANCELLED')),
        cancelled_value: sum((job) => (job.status === 'CANCELLED' ? job.worth : null)),
        cancelled_value_percent: per(
          sum((job) => (job.status === 'CANCELLED' ? job.worth : null)),
          sum(worth),
          100,
        ),
      },
    ),
  sales_leaderboard: ({ jobs }) => {
    const rows = withShare(
      grouped(
        everBooked(jobs).map((job) => ({ ...job, race: `${monthOf(job.booked)}|${job.currency}` })),
        { period: (job) => monthOf(job.booked), sales_person_name: seller, currency, race: (job) => job.race },
        {
          bookings: count(),
          booked_value: sum(worth),
          still_standing: count((job) => job.is_sold),
          cancelled_since: count(is('CANCELLED')),
        },
      ),
      { column: 'share_percent', of: 'booked_value', within: 'race' },
    );
    return rows.map(({ race, ...row }) => ({
      ...row,
      rank: 1 + rows.filter((other) => other.race === race && Number(other.booked_value) > Number(row.booked_value)).length,
    }));
  },
  revenue_by_date_basis: (facts) => {
    const bases = (job: Job): [string, string | null][] => [
      ['quoted', job.created.slice(0, 10)],
      ['booked', job.booked],
      ['served', job.day],
    ];
    const dated = sold(facts).flatMap((job) => bases(job).map(([basis, day]) => ({ ...job, basis, month: monthOf(day) })));
    const [months, others] = [dated.filter(({ month }) => month !== null), dated.filter(({ month }) => month === null)];
    return [...new Set(dated.map((job) => job.currency))].flatMap((each) => {
      const known = months.filter((job) => job.currency === each).map(({ month }) => month ?? '');
      const calendar = everyPeriod([...known].sort()[0] ?? '', [...known].sort().at(-1) ?? '', 'month');
      const places = [...calendar, ...(others.some((job) => job.currency === each) ? [null] : [])];
      return places.map((month) => {
        const own = (basis: string): typeof dated =>
          dated.filter((job) => job.basis === basis && job.month === month && job.currency === each);
        return {
          month,
          currency: each,
          quoted_revenue: sum<Job>((job) => job.revenue)(own('quoted')),
          booked_revenue: sum<Job>((job) => job.revenue)(own('booked')),
          served_revenue: sum<Job>((job) => job.revenue)(own('served')),
          quoted_jobs: own('quoted').length,
          booked_jobs: own('booked').length,
          served_jobs: own('served').length,
        };
      });
    });
  },
  open_quotes_by_age: ({ jobs }) =>
    withShare(
      grouped(
        jobs.filter(is('QUOTED')),
        { age: ageOf, branch_name: branch, currency },
        {
          open_quotes: count(),
          quoted_amount: sum(worth),
          past_move_date: count((job) => job.day !== null && job.day < AS_OF),
        },
      ),
      { column: 'share_percent', of: 'quoted_amount', within: 'currency' },
    ),
  open_quotes_to_chase: ({ jobs }) =>
    jobs.filter(is('QUOTED')).map((job) => ({
      sales_person_name: job.sales_person_name,
      branch_name: job.branch_name,
      quote_day: job.created.slice(0, 10),
      age_days: daysBetween(job.created.slice(0, 10), AS_OF),
      job_date: job.day,
      days_to_move: job.day === null ? null : daysBetween(AS_OF, job.day),
      currency: job.currency,
      quoted_amount: job.worth,
    })),
  overdue_bookings: ({ jobs }) =>
    jobs
      .filter((job) => job.status === 'BOOKED' && job.day !== null && job.day < AS_OF)
      .map((job) => ({
        job_date: job.day,
        days_over: daysBetween(job.day ?? '', AS_OF),
        branch_name: job.branch_name,
        sales_person_name: job.sales_person_name,
        currency: job.currency,
        booked_amount: job.worth,
        has_actual_amount: job.actual !== null,
      })),
  pipeline_worth: ({ jobs }) => {
    const yearAgo = `${Number(AS_OF.slice(0, 4)) - 1}${AS_OF.slice(4)}`;
    const isDecided = (job: Job): boolean =>
      job.status !== 'QUOTED' && job.created.slice(0, 10) > yearAgo && job.created.slice(0, 10) <= AS_OF;
    return grouped(
      jobs,
      { sales_person_name: seller, currency },
      {
        open_quotes: count(is('QUOTED')),
        open_amount: sum((job) => (job.status === 'QUOTED' ? job.worth : null)),
        decided_quotes: count(isDecided),
        won: sum((job) => (job.is_sold && isDecided(job) ? job.worth : null)),
        decided: sum((job) => (isDecided(job) ? job.worth : null)),
      },
    )
      .filter((row) => Number(row.open_quotes) > 0)
      .map(({ won, decided, ...row }) => ({
        ...row,
        won_percent: Number(decided) === 0 ? null : round((100 * Number(won)) / Number(decided)),
        expected_revenue: Number(decided) === 0 ? null : round((Number(row.open_amount) * Number(won)) / Number(decided)),
      }));
  },
  win_rate_by_price_band: (facts) =>
    grouped(
      all(facts),
      { price_band: (job) => bandOf(job.estimated ?? job.worth), currency },
      {
        total_jobs: count(),
        won_jobs: count((job) => job.is_sold),
        lost_jobs: count(is('LOST')),
        cancelled_jobs: count(is('CANCELLED')),
        open_jobs: count(is('QUOTED')),
        win_percent: percent(
          (job) => job.is_sold,
          (job) => job.status !== 'QUOTED',
        ),
        total_revenue: sum((job) => job.revenue),
      },
    ),
};

/** Jobs with a booking day. */
function everBooked(jobs: Facts['jobs']): Job[] {
  return jobs.filter((job) => job.booked !== null);
}

function spanOf(job: Job): string {
  if (job.day === null || job.booked === null) return 'no service day';
  const days = daysBetween(job.booked, job.day);
  if (days < 0) return 'service day before the booking';
  if (days === 0) return 'the same day';
  const spans: [number, string][] = [
    [3, '1-3 days'],
    [7, '4-7 days'],
    [14, '8-14 days'],
    [30, '15-30 days'],
  ];
  return spans.find(([most]) => days <= most)?.[1] ?? 'over 30 days';
}

function ageOf(job: Job): string {
  const ages: [number, string][] = [
    [7, '0-7 days'],
    [14, '8-14 days'],
    [30, '15-30 days'],
    [90, '31-90 days'],
  ];
  const days = daysBetween(job.created.slice(0, 10), AS_OF);
  return ages.find(([most]) => days <= most)?.[1] ?? 'over 90 days';
}

/** The price bands of jobs. */
export function bandOf(amount: number | null): string {
  if (amount === null) return 'no amount';
  const bands: [number, string][] = [
    [500, 'under 500'],
    [1000, '500-999'],
    [2000, '1,000-1,999'],
    [5000, '2,000-4,999'],
  ];
  return bands.find(([below]) => amount < below)?.[1] ?? '5,000 and more';
}

/** Every period of a currency from its first to its last, with the figure of the one before and the change. */
export function withPrevious(
  rows: readonly Row[],
  of: string,
  previous: string,
  change: string,
  empty: Row,
  step: 'month' | number = 'month',
  key = 'period',
): Row[] {
  return [...new Set(rows.map((row) => row.currency ?? null))].flatMap((currency) => {
    const own = rows.filter((row) => row.currency === currency);
    const known = own.map((row) => String(row[key])).sort();
    const at = (period: string): Row => own.find((row) => row[key] === period) ?? { ...empty, [key]: period, currency };
    return everyPeriod(known[0] ?? '', known.at(-1) ?? '', step).map((period, index) => {
      const before =
        index === 0 ? null : (at(step === 'month' ? addDays(period, -1).slice(0, 8).concat('01') : addDays(period, -step))[of] ?? null);
      const row = at(period);
      return {
        ...row,
        [previous]: before,
        [change]: before === null || Number(before) === 0 ? null : round((100 * (Number(row[of]) - Number(before))) / Number(before)),
      };
    });
  });
}
