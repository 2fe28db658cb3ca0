import { Temporal } from 'temporal-polyfill';
import type { Cron } from './read-cron.ts';

/** The 29th of February falls on a given weekday at least once in this time, also over a century without one. */
const HORIZON_DAYS = 41 * 366;

/**
 * The first instant after another at which a schedule is due, by the clock of its zone: a time
 * that the clock skips in spring comes an hour later, one that it shows twice in autumn counts once.
 */
export function nextRun(cron: Cron, timeZone: string, after: Date): Date {
  const before = Temporal.Instant.fromEpochMilliseconds(after.getTime());
  let day = before.toZonedDateTimeISO(timeZone).toPlainDate();
  for (let count = 0; count < HORIZON_DAYS; count += 1) {
    const found = fits(cron, day) ? firstOn(cron, timeZone, day, before) : undefined;
    if (found !== undefined) return new Date(found.epochMilliseconds);
    day = day.add({ days: 1 });
  }
  throw new Error('a cron line that passed the reader is never due');
}

function fits({ months, days, weekdays, either }: Cron, day: Temporal.PlainDate): boolean {
  if (!months.has(day.month)) return false;
  const [onDay, onWeekday] = [days.has(day.day), weekdays.has(day.dayOfWeek % 7)];
  return either ? onDay || onWeekday : onDay && onWeekday;
}

/** The earliest of all times of a day: one that the clock skipped may come after one that follows it on the clock. */
function firstOn(
  { hours, minutes }: Cron,
  timeZone: string,
  day: Temporal.PlainDate,
  before: Temporal.Instant,
): Temporal.Instant | undefined {
  let first: Temporal.Instant | undefined;
  for (const hour of hours)
    for (const minute of minutes) {
      const instant = day.toZonedDateTime({ timeZone, plainTime: { hour, minute } }).toInstant();
      const isDue = Temporal.Instant.compare(instant, before) > 0;
      if (isDue && (first === undefined || Temporal.Instant.compare(instant, first) < 0)) first = instant;
    }
  return first;
}
