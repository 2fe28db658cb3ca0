import { bareFigures, isEmptyWord } from './bare-text.ts';
import { type DateParts, readDateParts } from './read-date-parts.ts';
import { readTimeParts } from './read-time-parts.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_date', 'a date such as 4/18/2026, 2026-04-18 or 18-Apr-2026');
const ISO = /^(?:19|20|21)\d\d-(?:0[1-9]|1[0-2])-(?:0[1-9]|1\d|2[0-8])$/;
const known = new Map<string, Reading<string>>();
const KNOWN_LIMIT = 20_000;

/** Reads a calendar day as 'YYYY-MM-DD'; a time behind it is checked and left out. `0/0/0` is no date. */
export function parseDay(text: string): Reading<string> {
  if (text === '') return EMPTY;
  if (ISO.test(text)) return read(text);
  // Some thousand days stand in a file hundreds of thousands of times.
  const before = known.get(text);
  if (before !== undefined) return before;
  const reading = readDay(text);
  if (known.size < KNOWN_LIMIT && text.length <= 10) known.set(text, reading);
  return reading;
}

function readDay(text: string): Reading<string> {
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;
  const found = readDateParts(bare);
  if (found === undefined || readTimeParts(found.rest) === undefined) return FAULT;
  return found.date === null ? EMPTY : read(dayText(found.date));
}

/** 'YYYY-MM-DD' of a day. */
export function dayText({ year, month, day }: DateParts): string {
  return `${year}-${month < 10 ? '0' : ''}${month}-${day < 10 ? '0' : ''}${day}`;
}
