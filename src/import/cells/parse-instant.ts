import { Temporal } from 'temporal-polyfill';
import { Fault } from '../../platform/fault.ts';
import { bareText, isEmptyWord } from './bare-text.ts';
import { type DateParts, readDateParts } from './read-date-parts.ts';
import { readTimeParts, type TimeParts } from './read-time-parts.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_date', 'a date and time such as 3/4/2026 9:05 AM or 2026-03-04T09:05:00-07:00');
const DAY = 86_400_000;

/**
 * Reads a moment as ISO 8601 text in UTC ('2026-03-04T16:05:00Z'). An offset in the text counts;
 * without one the text is wall-clock time in `timeZone` (IANA name), a date alone is its midnight.
 * Times that a clock change skips or repeats resolve as Temporal's 'compatible' does.
 */
export function parseInstant(text: string, timeZone: string): Reading<string> {
  if (text === '') return EMPTY;
  const bare = bareText(text);
  if (isEmptyWord(bare)) return EMPTY;
  const found = readDateParts(bare);
  if (found === undefined) return FAULT;
  const time = readTimeParts(found.rest);
  if (time === undefined) return FAULT;
  if (found.date === null) return EMPTY;

  const { date } = found;
  const wallClock = Date.UTC(date.year, date.month - 1, date.day, time.hour, time.minute, time.second);
  const offset = time.offsetMinutes === undefined ? offsetOf(date, time, timeZone) : time.offsetMinutes * 60_000;
  return read(isoText(wallClock - offset, time.fraction));
}

type DayOffsets = Map<number, number | undefined>;
const zones = new Map<string, DayOffsets>();

/**
 * Milliseconds east of UTC. Temporal takes about 20 µs a call, so the offset of each day is kept;
 * only days on which it changes are asked for again and again.
 */
function offsetOf(date: DateParts, time: TimeParts, timeZone: string): number {
  let days = zones.get(timeZone);
  if (days === undefined) zones.set(timeZone, (days = new Map()));
  const day = Date.UTC(date.year, date.month - 1, date.day) / DAY;
  let offset = days.get(day);
  if (offset === undefined && !days.has(day)) {
    offset = offsetOfWholeDay(date, timeZone);
    days.set(day, offset);
  }
  return offset ?? exactOffset(date, time, timeZone);
}

/** Undefined when the clocks change between this midnight and the next. */
function offsetOfWholeDay(date: DateParts, timeZone: string): number | undefined {
  const noon = zoned({ ...date, hour: 12 }, timeZone);
  const start = noon.startOfDay();
  const end = start.add({ days: 1 });
  const isSteady = start.hour === 0 && start.offsetNanoseconds === noon.offsetNanoseconds;
  return isSteady && end.offsetNanoseconds === noon.offsetNanoseconds ? noon.offsetNanoseconds / 1e6 : undefined;
}

function exactOffset(date: DateParts, { hour, minute, second }: TimeParts, timeZone: string): number {
  const wallClock = Date.UTC(date.year, date.month - 1, date.day, hour, minute, second);
  return wallClock - zoned({ ...date, hour, minute, second }, timeZone).epochMilliseconds;
}

function zoned(
  parts: DateParts & { hour: number; minute?: number; second?: number },
  timeZone: string,
): Temporal.ZonedDateTime {
  try {
    return Temporal.ZonedDateTime.from({ ...parts, timeZone }, { disambiguation: 'compatible' });
  } catch (cause) {
    throw new Fault(
      'unknown_time_zone',
      `Expected an IANA time zone such as America/Edmonton, but got "${timeZone}". Correct the time zone of the branch or the business.`,
      { exit: 'configuration', cause },
    );
  }
}

function isoText(epochMilliseconds: number, fraction: string): string {
  const seconds = new Date(epochMilliseconds).toISOString().slice(0, 19);
  const digits = fraction.slice(0, 6).replace(/0+$/, '');
  return digits === '' ? `${seconds}Z` : `${seconds}.${digits}Z`;
}
