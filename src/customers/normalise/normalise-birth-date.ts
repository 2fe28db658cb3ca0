/** A day of birth as far as it is known; null parts are not. */
export interface BirthDate {
  year: number | null;
  month: number | null;
  day: number | null;
}

/**
 * Reads ISO dates, American ones (month first, unless that cannot be), YYYYMMDD, months in words,
 * and a year alone. Null when no part can be read or the numbers are no date.
 * @NOTE 1 January often stands for "only the year is known"; it is kept as written and is for comparing to weigh.
 */
export function normaliseBirthDate(raw: string): BirthDate | null {
  const text = raw.trim();
  const compact = /^(\d{4})(\d{2})(\d{2})(?:\.0)?$/.exec(text);
  if (compact !== null) return dateOf(compact[1], compact[2], compact[3]);
  const word = /[a-z]{3,}/i.exec(text)?.[0].slice(0, 3).toLowerCase();
  const month = word === undefined ? 0 : MONTHS.indexOf(word) + 1;
  const numbers = (month > 0 || word === undefined || /^\d{4}-\d{2}-\d{2}T/.test(text) ? text : '').split('T')[0]?.match(/\d+/g) ?? [];
  if (month > 0) return withMonth(month, numbers);
  const [a, b, c] = numbers;
  if (a === undefined || numbers.length > 3) return null;
  if (b === undefined) return a.length === 4 ? dateOf(a, undefined, undefined) : null;
  if (c === undefined) return a.length === 4 ? dateOf(a, b, undefined) : b.length === 4 ? dateOf(b, a, undefined) : null;
  if (a.length === 4) return dateOf(a, b, c);
  return Number(a) > 12 ? dateOf(c, b, a) : dateOf(c, a, b);
}

/** "24 June 1971", "June 24, 1971", "June 1971". */
function withMonth(month: number, numbers: readonly string[]): BirthDate | null {
  const year = numbers.find((number) => number.length === 4) ?? numbers.at(-1);
  const day = numbers.length > 1 ? numbers.find((number) => number !== year) : undefined;
  return dateOf(year, String(month), day);
}

function dateOf(yearText: string | undefined, monthText: string | undefined, dayText: string | undefined): BirthDate | null {
  const year = yearText === undefined ? null : fullYear(yearText);
  const month = knownPart(monthText);
  const day = knownPart(dayText);
  if (year === null || (month ?? 1) > 12 || (day ?? 1) > daysIn(year, month)) return null;
  return { year, month, day: month === null ? null : day };
}

function knownPart(text: string | undefined): number | null {
  const value = Number(text ?? 0);
  return value === 0 ? null : value;
}

/** Two digits up to 25 are of this century: nobody writes a birthday of the next. */
function fullYear(text: string): number | null {
  const value = Number(text);
  if (text.length === 2) return value <= 25 ? 2000 + value : 1900 + value;
  return text.length === 4 && value >= 1300 && value <= 2100 ? value : null;
}

function daysIn(year: number, month: number | null): number {
  return month === null ? 31 : new Date(Date.UTC(year, month, 0)).getUTCDate();
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
