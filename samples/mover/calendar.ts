import type { Zone } from './model.ts';

// Days are 'YYYY-MM-DD', wall-clock times 'YYYY-MM-DDTHH:MM'; no zone, no system clock.

/** The day `count` days after `day`. */
export function addDays(day: string, count: number): string {
  return new Date(Date.parse(`${day.slice(0, 10)}T00:00:00Z`) + count * 86_400_000).toISOString().slice(0, 10);
}

/** The wall-clock time `minutes` after `time`. */
export function addMinutes(time: string, minutes: number): string {
  return new Date(Date.parse(`${time}:00Z`) + minutes * 60_000).toISOString().slice(0, 16);
}

/** `M/D/YYYY` without padding, as the reports write a day; '' for none. */
export function reportDay(day: string | null): string {
  if (day === null) return '';
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}/${day.slice(0, 4)}`;
}

/** `M/D/YYYY H:MM AM`, as the reports write a time; '' for none. */
export function reportTime(time: string | null): string {
  if (time === null) return '';
  const hour = Number(time.slice(11, 13));
  return `${reportDay(time)} ${((hour + 11) % 12) + 1}:${time.slice(14, 16)} ${hour < 12 ? 'AM' : 'PM'}`;
}

/** `M/D/YYYY H:MM:SS AM -07:00`: the two job columns that carry an offset. */
export function offsetTime(time: string | null, offset: string): string {
  if (time === null) return '';
  return `${reportTime(time).replace(/ (AM|PM)$/, ':00 $1')} ${offset}`;
}

/** `9m`, `8h`, `1h 47m`, `1d 13h 41m`, `-9m`; `--` for none. */
export function reportDuration(minutes: number | null): string {
  if (minutes === null) return '--';
  if (minutes < 0) return `-${reportDuration(-minutes)}`;
  const parts = [
    [Math.floor(minutes / 1440), 'd'],
    [Math.floor(minutes / 60) % 24, 'h'],
    [minutes % 60, 'm'],
  ] as const;
  const written = parts.filter(([amount]) => amount > 0).map(([amount, unit]) => `${amount}${unit}`);
  return written.length > 0 ? written.join(' ') : '0m';
}

const WINTER_HOURS: Record<Zone, number> = {
  'America/Toronto': 5,
  'America/Chicago': 6,
  'America/Regina': 6,
  'America/Edmonton': 7,
  'America/Vancouver': 8,
  'America/Los_Angeles': 8,
};

/** UTC offset of a zone on a day: summer time from the second Sunday of March to the first of November, none in Regina. */
export function offsetOf(zone: Zone, day: string): string {
  const year = day.slice(0, 4);
  const isSummer = zone !== 'America/Regina' && day >= nthSunday(year, '03', 2) && day < nthSunday(year, '11', 1);
  return `-0${WINTER_HOURS[zone] - (isSummer ? 1 : 0)}:00`;
}

function nthSunday(year: string, month: string, nth: number): string {
  const first = `${year}-${month}-01`;
  const weekday = new Date(`${first}T00:00:00Z`).getUTCDay();
  return addDays(first, ((7 - weekday) % 7) + (nth - 1) * 7);
}
