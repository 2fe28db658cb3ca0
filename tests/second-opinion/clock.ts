import { addDays, offsetOf } from '../../samples/mover/calendar.ts';
import type { Zone } from '../../samples/mover/model.ts';

/** The zone of the sample business: what questions count days in when nobody asks for another. */
export const ZONE: Zone = 'America/Edmonton';

/** The day that counts as today. */
export const AS_OF = '2026-10-01';

/** Milliseconds of a wall-clock time ('2026-02-28T21:40', or a day: its midnight) in a zone. */
export function instantOf(wall: string | null, zone: Zone): number | null {
  if (wall === null) return null;
  const time = wall.length === 10 ? `${wall}T00:00` : wall;
  // Clocks change at two in the morning: until then the day has the offset of the one before.
  const day = time.slice(11) < '02:00' ? addDays(time, -1) : time.slice(0, 10);
  return Date.parse(`${time}:00${offsetOf(zone, day)}`);
}

/** What the clock of the business shows at an instant: '2026-02-28T20:40'. */
export function wallOf(instant: number): string {
  const shown = (day: string): string => new Date(instant + Number.parseInt(offsetOf(ZONE, day), 10) * 3_600_000).toISOString();
  return shown(shown('2026-01-01').slice(0, 10)).slice(0, 16);
}

export function dayOf(instant: number | null): string | null {
  return instant === null ? null : wallOf(instant).slice(0, 10);
}

/** Whole days from one day to a later one. */
export function daysBetween(first: string, last: string): number {
  return Math.round((Date.parse(last) - Date.parse(first)) / 86_400_000);
}

/** Every first day from one to the last: of months, or of spans of so many days. */
export function everyPeriod(first: string, last: string, step: 'month' | number): string[] {
  const found: string[] = [];
  for (let period = first; period <= last; period = step === 'month' ? nextMonth(period) : addDays(period, step)) found.push(period);
  return found;
}

/** The first day of the month after. */
export function nextMonth(month: string): string {
  const at = Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7));
  return `${Math.floor(at / 12)}-${String((at % 12) + 1).padStart(2, '0')}-01`;
}

/** The Monday of the week a day is in. */
export function mondayOf(day: string): string {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

/** 1 Monday to 7 Sunday. */
export function weekdayOf(day: string): number {
  return ((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7) + 1;
}

export const WEEKDAYS = ['Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday', 'Sunday'];
