import { addDays } from '../../samples/mover/calendar.ts';
import type { Row } from './compare.ts';
import type { Facts, Job } from './facts.ts';
import { jobTable, monthOf, without } from './figures.ts';

/** What a question should answer, from the facts alone. */
export type Opinion = (facts: Facts) => Row[];

export const all = ({ jobs }: Facts): Job[] => jobs;
export const sold = ({ jobs }: Facts): Job[] => jobs.filter((job) => job.is_sold);
export const dated = ({ jobs }: Facts): Job[] => jobs.filter((job) => job.day !== null);
/** Booked and closed with a day. */
export const earning = (facts: Facts): Job[] => sold(facts).filter((job) => job.day !== null);

/** A question that is jobs by keys with figures. */
export function table(choose: (facts: Facts) => Job[], keys: string, figures: string): Opinion {
  return (facts) => jobTable(choose(facts), keys.split(' '), figures.split(' '));
}

export function byMonth(jobs: readonly Job[], figures: string): Row[] {
  const rows = periods(jobs, 'period', { monthly: monthOf }, figures);
  return filled(rows).map(({ period_type: _kind, period, ...row }) => ({ month: period ?? null, ...row }));
}

export function periods(
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

export function filled(rows: readonly Row[]): Row[] {
  const kind = 'trend_type' in (rows[0] ?? {}) ? 'trend_type' : 'period_type';
  const steps: Record<string, number> = { monthly: 1, quarterly: 3, yearly: 12 };
  const days: Record<string, number> = { daily: 1, weekly: 7 };
  const groups = new Set(rows.map((row) => `${row[kind]}|${row.currency}`));
  return [...groups].flatMap((group) => {
    const own = rows
      .filter((row) => `${row[kind]}|${row.currency}` === group)
      .sort((a, b) => (String(a.period) < String(b.period) ? -1 : 1));
    const all: Row[] = [];
    for (
      let period = String(own[0]?.period);
      period <= String(own.at(-1)?.period);
      period = later(period, steps[group.split('|')[0] ?? ''] ?? 1, days[group.split('|')[0] ?? ''])
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

function later(period: string, months: number, days?: number): string {
  if (days !== undefined) return addDays(period, days);
  const at = Number(period.slice(0, 4)) * 12 + Number(period.slice(5, 7)) - 1 + months;
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}
