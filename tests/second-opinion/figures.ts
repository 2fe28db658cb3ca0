import type { Job } from './facts.ts';
import type { Cell, Row } from './compare.ts';

type Figure<T> = (rows: readonly T[]) => Cell;
type KeyOf<T> = (row: T) => Cell;

/** One row per different key, with figures of its rows. */
export function grouped<T>(rows: readonly T[], keys: Record<string, KeyOf<T>>, figures: Record<string, Figure<T>>): Row[] {
  const groups = new Map<string, T[]>();
  for (const row of rows) {
    const id = JSON.stringify(Object.values(keys).map((keyOf) => keyOf(row)));
    const group = groups.get(id);
    if (group === undefined) groups.set(id, [row]);
    else group.push(row);
  }
  return [...groups.values()].map((group) => ({
    ...Object.fromEntries(Object.entries(keys).map(([name, keyOf]) => [name, keyOf(group[0] as T)])),
    ...Object.fromEntries(Object.entries(figures).map(([name, figure]) => [name, figure(group)])),
  }));
}

type NumberOf<T> = (row: T) => number | null;
const known = <T>(rows: readonly T[], of: NumberOf<T>): number[] => rows.map(of).filter((value) => value !== null);

export const count =
  <T>(where: (row: T) => boolean = () => true): Figure<T> =>
  (rows) =>
    rows.filter(where).length;
export const sum =
  <T>(of: NumberOf<T>): Figure<T> =>
  (rows) =>
    round(known(rows, of).reduce((total, value) => total + value, 0));
export const mean =
  <T>(of: NumberOf<T>): Figure<T> =>
  (rows) => {
    const values = known(rows, of);
    return values.length === 0 ? null : round(values.reduce((total, value) => total + value, 0) / values.length);
  };
export const distinct =
  <T>(of: (row: T) => Cell): Figure<T> =>
  (rows) =>
    new Set(rows.map(of).filter((value) => value !== null)).size;
export const least =
  <T>(of: (row: T) => string | null): Figure<T> =>
  (rows) =>
    texts(rows, of)[0] ?? null;
export const most =
  <T>(of: (row: T) => string | null): Figure<T> =>
  (rows) =>
    texts(rows, of).at(-1) ?? null;
export const smallest =
  <T>(of: NumberOf<T>): Figure<T> =>
  (rows) =>
    known(rows, of).length === 0 ? null : Math.min(...known(rows, of));
export const largest =
  <T>(of: NumberOf<T>): Figure<T> =>
  (rows) =>
    known(rows, of).length === 0 ? null : Math.max(...known(rows, of));
export const percentile =
  <T>(part: number, of: NumberOf<T>): Figure<T> =>
  (rows) => {
    const values = known(rows, of).sort((a, b) => a - b);
    const place = (values.length - 1) * part;
    const [below, above] = [values[Math.floor(place)], values[Math.ceil(place)]];
    return below === undefined || above === undefined ? null : round(below + (place - Math.floor(place)) * (above - below));
  };
/** 100 × one count over another; null when that is 0. */
export const percent =
  <T>(part: (row: T) => boolean, whole: (row: T) => boolean = () => true): Figure<T> =>
  (rows) => {
    const all = rows.filter(whole).length;
    return all === 0 ? null : round((100 * rows.filter(part).length) / all);
  };
/** One figure over another. */
export const per =
  <T>(part: Figure<T>, whole: Figure<T>, times = 1): Figure<T> =>
  (rows) => {
    const below = Number(whole(rows));
    return below === 0 ? null : round((times * Number(part(rows))) / below);
  };

function texts<T>(rows: readonly T[], of: (row: T) => string | null): string[] {
  return rows
    .map(of)
    .filter((value) => value !== null)
    .sort();
}

export function round(value: number): number {
  return Math.round((value + Number.EPSILON) * 100) / 100;
}

export const monthOf = (day: string | null): string | null => (day === null ? null : `${day.slice(0, 7)}-01`);
export const quarterOf = (day: string | null): string | null =>
  day === null ? null : `${day.slice(0, 4)}-${String(Math.floor((Number(day.slice(5, 7)) - 1) / 3) * 3 + 1).padStart(2, '0')}-01`;
export const yearOf = (day: string | null): string | null => (day === null ? null : `${day.slice(0, 4)}-01-01`);

const is =
  (status: string) =>
  (job: Job): boolean =>
    job.status === status;
const isSold = (job: Job): boolean => job.is_sold;
const crewHours = (job: Job): number | null => (job.crew === null || job.hours === null ? null : job.crew * job.hours);
const truckHours = (job: Job): number | null => (job.trucks === null || job.hours === null ? null : job.trucks * job.hours);
const revenue = (job: Job): number | null => job.revenue;
const of =
  (status: string) =>
  (job: Job): number | null =>
    job.status === status ? job.revenue : null;
const variance = (job: Job): number | null =>
  job.is_sold && job.actual !== null && job.estimated !== null ? job.actual - job.estimated : null;
const soldOnly =
  (value: NumberOf<Job>): NumberOf<Job> =>
  (job) =>
    job.is_sold ? value(job) : null;
const customers = distinct<Job>((job) => job.customer);
const buyers: Figure<Job> = (rows) => customers(rows.filter(isSold));

const JOB_KEYS: Record<string, KeyOf<Job>> = {
  branch_name: (job) => job.branch_name,
  currency: (job) => job.currency,
  sales_person_name: (job) => job.sales_person_name,
  lead_source_name: (job) => job.lead_source_name,
  referral_source: (job) => job.lead_source_name,
  affiliate_name: (job) => job.affiliate,
  opportunity_status: (job) => job.status,
  job_type: (job) => job.job_type,
  origin_city: (job) => job.origin_city,
  origin_state: (job) => job.origin_state,
  destination_city: (job) => job.destination_city,
  destination_state: (job) => job.destination_state,
  month: (job) => monthOf(job.day),
  quarter: (job) => quarterOf(job.day),
  year: (job) => (job.day === null ? null : Number(job.day.slice(0, 4))),
  month_number: (job) => (job.day === null ? null : Number(job.day.slice(5, 7))),
  day: (job) => job.day,
  job_day: (job) => job.day,
  performer_name: (job) => job.sales_person_name,
  route_type: (job) =>
    job.origin_state !== job.destination_state ? 'interstate' : job.origin_city === job.destination_city ? 'local' : 'intrastate',
};

const JOB_FIGURES: Record<string, Figure<Job>> = {
  total_jobs: count(),
  booked_jobs: count(is('BOOKED')),
  closed_jobs: count(is('CLOSED')),
  quoted_jobs: count(is('QUOTED')),
  lost_jobs: count(is('LOST')),
  cancelled_jobs: count(is('CANCELLED')),
  sold_jobs: count(isSold),
  total_revenue: sum(revenue),
  booked_revenue: sum(of('BOOKED')),
  closed_revenue: sum(of('CLOSED')),
  avg_job_value: mean(revenue),
  avg_booked_value: mean(of('BOOKED')),
  avg_closed_value: mean(of('CLOSED')),
  median_job_value: percentile(0.5, revenue),
  p25_job_value: percentile(0.25, revenue),
  p75_job_value: percentile(0.75, revenue),
  min_job_value: smallest(revenue),
  max_job_value: largest(revenue),
  unique_customers: customers,
  branches_worked: distinct((job) => (job.branch_name === '(no branch)' ? null : job.branch_name)),
  sales_people_count: distinct((job) => (job.sales_person_name === '(no sales person)' ? null : job.sales_person_name)),
  job_types_used: distinct((job) => job.job_type),
  booking_rate_percent: percent(isSold),
  closing_rate_percent: percent(is('CLOSED'), isSold),
  loss_rate_percent: percent(is('LOST')),
  revenue_per_job: per(sum(revenue), count(isSold)),
  revenue_per_customer: per(sum(revenue), buyers),
  jobs_per_customer: per(count(), customers),
  first_job_date: least((job) => job.day),
  last_job_date: most((job) => job.day),
  total_estimated: sum(soldOnly((job) => job.estimated)),
  total_actual: sum(soldOnly((job) => job.actual)),
  variance_amount: sum(variance),
  variance_percent: per(sum(variance), sum(soldOnly((job) => (job.actual === null ? null : job.estimated))), 100),
  avg_crew_size: mean(soldOnly((job) => job.crew)),
  avg_trucks: mean(soldOnly((job) => job.trucks)),
  total_crew_hours: sum(soldOnly(crewHours)),
  total_truck_hours: sum(soldOnly(truckHours)),
  revenue_per_crew_hour: per(
    sum((job) => (Number(crewHours(job)) > 0 ? job.revenue : null)),
    sum(soldOnly(crewHours)),
  ),
  revenue_per_truck_hour: per(
    sum((job) => (Number(truckHours(job)) > 0 ? job.revenue : null)),
    sum(soldOnly(truckHours)),
  ),
  active_days: distinct((job) => job.day),
  jobs_per_day: per(
    count(),
    distinct((job) => job.day),
  ),
  crew_hours_per_day: per(
    sum(crewHours),
    distinct((job) => job.day),
  ),
  truck_hours_per_day: per(
    sum(truckHours),
    distinct((job) => job.day),
  ),
  min_crew_size: smallest((job) => job.crew),
  max_crew_size: largest((job) => job.crew),
  median_crew_size: percentile(0.5, (job) => job.crew),
  min_trucks_used: smallest((job) => job.trucks),
  max_trucks_used: largest((job) => job.trucks),
  median_trucks_used: percentile(0.5, (job) => job.trucks),
  worth: sum((job) => job.worth),
  worth_mean: mean((job) => job.worth),
  origin_cities: distinct((job) => job.origin_city),
  origin_states: distinct((job) => job.origin_state),
  destination_cities: distinct((job) => job.destination_city),
  destination_states: distinct((job) => job.destination_state),
  months_active: distinct((job) => monthOf(job.day)),
  years_active: distinct((job) => yearOf(job.day)),
};

/**
 * Jobs by keys with figures, both by name; `column=figure` gives a figure under another name.
 * Shares are percents of all jobs of the same currency.
 */
export function jobTable(jobs: readonly Job[], keys: readonly string[], figures: readonly string[]): Row[] {
  const pairs = figures.map((text) => text.split('=') as [string, string?]);
  return grouped(
    jobs,
    Object.fromEntries(keys.map((key) => [key, found(JOB_KEYS, key)])),
    Object.fromEntries(pairs.map(([column, figure]) => [column, found(JOB_FIGURES, figure ?? column)])),
  );
}

/** Adds to each row a percent of a column's total over the rows that agree in `within`. */
export function withShare(rows: readonly Row[], share: { column: string; of: string; within?: string }): Row[] {
  return rows.map((row) => {
    const whole = rows
      .filter((other) => share.within === undefined || other[share.within] === row[share.within])
      .reduce((total, other) => total + Number(other[share.of]), 0);
    return { ...row, [share.column]: whole === 0 ? null : round((100 * Number(row[share.of])) / whole) };
  });
}

/** Without the keys that only told rows apart: a list of people is compared by what it says of them. */
export function without(rows: readonly Row[], ...names: string[]): Row[] {
  return rows.map((row) => Object.fromEntries(Object.entries(row).filter(([name]) => !names.includes(name))));
}

function found<T>(table: Record<string, T>, name: string): T {
  const entry = table[name];
  if (entry === undefined) throw new Error(`the second opinion knows no "${name}"`);
  return entry;
}
