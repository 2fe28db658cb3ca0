import { bareText, isEmptyWord } from './bare-text.ts';
import { parseDay } from './parse-day.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_date', 'a month such as 2026-04, 4/2026, Apr 2026, or a day of it');
const YEAR_FIRST = /^((?:19|20|21)\d\d)[-/.](\d{1,2})$/;
const YEAR_LAST = /^(\d{1,2})[-/.]((?:19|20|21)\d\d)$/;
const NAMED = /^([a-z]{3,9})\.?[-, ]+((?:19|20|21)\d\d|\d\d)$/i;
const NAMES = ['january', 'february', 'march', 'april', 'may', 'june', 'july', 'august', 'september', 'october', 'november', 'december'];

/** Reads a month as its first day, 'YYYY-MM-01'; a whole date stands for the month it is in. */
export function parseMonth(text: string): Reading<string> {
  const bare = bareText(text);
  if (isEmptyWord(bare)) return EMPTY;
  const yearFirst = YEAR_FIRST.exec(bare);
  if (yearFirst !== null) return monthOf(Number(yearFirst[1]), Number(yearFirst[2]));
  const yearLast = YEAR_LAST.exec(bare);
  if (yearLast !== null) return monthOf(Number(yearLast[2]), Number(yearLast[1]));
  const named = NAMED.exec(bare);
  if (named !== null) return monthOf(fullYear(named[2] ?? ''), monthNumber(named[1] ?? ''));
  const day = parseDay(bare);
  if (!day.ok) return FAULT;
  return day.value === null ? EMPTY : read(`${day.value.slice(0, 7)}-01`);
}

function monthOf(year: number, month: number): Reading<string> {
  if (month < 1 || month > 12) return FAULT;
  return read(`${year}-${month < 10 ? '0' : ''}${month}-01`);
}

/** `Sept` and every name cut short to three letters or more; 0 for none. */
function monthNumber(text: string): number {
  const word = text.toLowerCase();
  return NAMES.findIndex((name) => name.startsWith(word)) + 1;
}

/** Excel shows a month as `Apr-26`. */
function fullYear(text: string): number {
  return text.length === 2 ? 2000 + Number(text) : Number(text);
}
