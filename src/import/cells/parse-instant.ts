import { bareFigures, isEmptyWord } from './bare-text.ts';
import { type DateParts, readDateParts } from './read-date-parts.ts';
import { readTimeParts, type TimeParts } from './read-time-parts.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';
import { offsetOf } from './zone-offset.ts';

const FAULT = unreadable('unreadable_date', 'a date and time such as 3/4/2026 9:05 AM or 2026-03-04T09:05:00-07:00');
const DAY = 86_400_000;

/**
 * Reads a moment as ISO 8601 text in UTC ('2026-03-04T16:05:00Z'). An offset in the text counts;
 * without one the text is wall-clock time in `timeZone` (IANA name), a date alone is its midnight.
 * Times that a clock change skips or repeats resolve as Temporal's 'compatible' does.
 */
export function parseInstant(text: string, timeZone: string): Reading<string> {
  if (text === '') return EMPTY;
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;
  const moment = momentOf(bare);
  if (moment === undefined) return FAULT;
  if (moment.date === null) return EMPTY;

  const { date, time } = moment;
  const wallClock = dayStart(date) + ((time.hour * 60 + time.minute) * 60 + time.second) * 1000;
  const offset = time.offsetMinutes === undefined ? offsetOf(date, time, timeZone) : time.offsetMinutes * 60_000;
  return read(isoText(wallClock - offset, time.fraction));
}

interface Moment {
  date: DateParts | null;
  time: TimeParts;
}

const KNOWN_LIMIT = 20_000;
const knownDates = new Map<string, DateParts | null>();
const knownTimes = new Map<string, TimeParts>();

/** Dates and times of day repeat by the hundred thousand, so both are looked up before they are read. */
function momentOf(bare: string): Moment | undefined {
  const space = bare.indexOf(' ');
  const dateText = space < 0 ? bare : bare.slice(0, space);
  const timeText = space < 0 ? '' : bare.slice(space);
  const knownDate = knownDates.get(dateText);
  const knownTime = knownTimes.get(timeText);
  if (knownDate !== undefined && knownTime !== undefined) return { date: knownDate, time: knownTime };

  const found = readDateParts(bare);
  if (found === undefined) return undefined;
  const time = readTimeParts(found.rest);
  if (time === undefined) return undefined;
  if (found.rest === timeText) {
    if (knownDates.size < KNOWN_LIMIT) knownDates.set(dateText, found.date);
    if (knownTimes.size < KNOWN_LIMIT) knownTimes.set(timeText, time);
  }
  return { date: found.date, time };
}

function dayStart({ year, month, day }: DateParts): number {
  return Date.UTC(year, month - 1, day);
}

const dayTexts = new Map<number, string>();

/** toISOString takes three times as long as a look-up of the day. */
function isoText(epochMilliseconds: number, fraction: string): string {
  const day = Math.floor(epochMilliseconds / DAY);
  let text = dayTexts.get(day);
  if (text === undefined) {
    text = new Date(day * DAY).toISOString().slice(0, 11);
    if (dayTexts.size < KNOWN_LIMIT) dayTexts.set(day, text);
  }
  const second = Math.round((epochMilliseconds - day * DAY) / 1000);
  const clock = `${text}${two(Math.floor(second / 3600))}:${two(Math.floor(second / 60) % 60)}:${two(second % 60)}`;
  const digits = fraction === '' ? '' : fraction.slice(0, 6).replace(/0+$/, '');
  return digits === '' ? `${clock}Z` : `${clock}.${digits}Z`;
}

const TWO = Array.from({ length: 60 }, (_, number) => String(number).padStart(2, '0'));

function two(number: number): string {
  return TWO[number] ?? '';
}
