import { Temporal } from 'temporal-polyfill';

/**
 * Parameters of a schedule at a moment: `today`, `today-7`, `week-start`, `month-start`,
 * `month-start-1` and `year-start-1` become days by the clock of its zone; everything else stays.
 */
export function resolveDays(parameters: Readonly<Record<string, string>>, timeZone: string, now: Date): Record<string, string> {
  const today = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone).toPlainDate();
  return Object.fromEntries(Object.entries(parameters).map(([name, value]) => [name, resolve(value, today)]));
}

function resolve(value: string, today: Temporal.PlainDate): string {
  const [, anchor, back] = /^(today|week-start|month-start|year-start)(?:-(\d{1,4}))?$/.exec(value) ?? [];
  const count = Number(back ?? 0);
  if (anchor === 'today') return today.subtract({ days: count }).toString();
  if (anchor === 'week-start') return today.subtract({ days: today.dayOfWeek - 1 + 7 * count }).toString();
  if (anchor === 'month-start') return today.with({ day: 1 }).subtract({ months: count }).toString();
  return anchor === 'year-start' ? today.with({ month: 1, day: 1 }).subtract({ years: count }).toString() : value;
}
