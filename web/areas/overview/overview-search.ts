import { readText } from '../../app/read-search.ts';

/** The overview's whole state; it lives in the address. */
export interface OverviewSearch {
  /** First and last business day that count (YYYY-MM-DD, both included). */
  from?: string;
  to?: string;
  currency?: string;
  /** The question whose receipt is open. */
  receipt?: string;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/;

export function readOverviewSearch(search: Record<string, unknown>): OverviewSearch {
  const read: OverviewSearch = {
    ...readText(search, 'from'),
    ...readText(search, 'to'),
    ...readText(search, 'currency'),
    ...readText(search, 'receipt'),
  };
  if (read.from !== undefined && !DAY.test(read.from)) delete read.from;
  if (read.to !== undefined && !DAY.test(read.to)) delete read.to;
  return read;
}

/** Days as the questions take them: date_to is the first that no longer counts. */
export interface Period {
  date_from?: string | undefined;
  date_to?: string | undefined;
}

/** The period asked for. */
export function periodOf(search: OverviewSearch): Period {
  return { date_from: search.from, date_to: search.to === undefined ? undefined : shiftDays(search.to, 1) };
}

/** The period of the same length just before; undefined when the one asked for has no beginning or no end. */
export function periodBefore(period: Period): Period | undefined {
  if (period.date_from === undefined || period.date_to === undefined) return undefined;
  const days = Math.round((Date.parse(period.date_to) - Date.parse(period.date_from)) / 86_400_000);
  return days <= 0 ? undefined : { date_from: shiftDays(period.date_from, -days), date_to: period.date_from };
}

/** A day so many days later, by the calendar. */
export function shiftDays(day: string, days: number): string {
  const date = new Date(`${day}T00:00:00Z`);
  date.setUTCDate(date.getUTCDate() + days);
  return date.toISOString().slice(0, 10);
}

export interface Preset {
  name: string;
  from?: string;
  to?: string;
}

/** Ranges at one click, from today in the zone of the business. */
export function presetsOf(timeZone: string, now = new Date()): Preset[] {
  const today = new Intl.DateTimeFormat('en-CA', { timeZone, year: 'numeric', month: '2-digit', day: '2-digit' }).format(now);
  const year = Number(today.slice(0, 4));
  const month = today.slice(5, 7);
  return [
    { name: 'All time' },
    { name: '12 months', from: `${year - 1}-${month}-01`, to: shiftDays(`${today.slice(0, 7)}-01`, -1) },
    { name: String(year), from: `${year}-01-01`, to: `${year}-12-31` },
    { name: String(year - 1), from: `${year - 1}-01-01`, to: `${year - 1}-12-31` },
  ];
}
