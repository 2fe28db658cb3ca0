export interface DateParts {
  year: number;
  month: number;
  day: number;
}

export interface DateText {
  /** Null for the report's way of writing "no date": 0/0/0. */
  date: DateParts | null;
  /** What follows the date: a time, an offset, or ''. */
  rest: string;
}

const SLASHED = /^(\d{1,4})\/(\d{1,2})\/(\d{1,4})(?!\d)/;
const DASHED = /^(\d{4})-(\d{1,2})-(\d{1,2})(?!\d)/;
const COMPACT = /^(\d{4})(\d{2})(\d{2})(?!\d)/;
const NAMED = /^(\d{1,2})[- ]([A-Za-z]{3,9})\.?[- ,]+(\d{4}|\d{2})(?!\d)/;
const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];
const MONTH_NAMES =
  /^(?:jan(uary)?|feb(ruary)?|mar(ch)?|apr(il)?|may|june?|july?|aug(ust)?|sept?(ember)?|oct(ober)?|nov(ember)?|dec(ember)?)$/i;

/**
 * Splits bare text into a date that exists in the calendar and what follows it: M/D/YYYY, M/D/YY,
 * YYYY-MM-DD, YYYY/MM/DD, YYYYMMDD or D-Mon-YYYY. Undefined when it is none of these.
 */
export function readDateParts(bare: string): DateText | undefined {
  const found = matchDate(bare);
  if (found === undefined) return undefined;
  const rest = bare.slice(found.length);
  const { year, month, day } = found;
  if (year === 0 && month === 0 && day === 0) return { date: null, rest };
  return isCalendarDay(year, month, day) ? { date: { year, month, day }, rest } : undefined;
}

function matchDate(bare: string): (DateParts & { length: number }) | undefined {
  let match = SLASHED.exec(bare);
  if (match !== null) {
    const [all, a = '', b = '', c = ''] = match;
    const length = all.length;
    if (a.length === 4) return { year: Number(a), month: Number(b), day: Number(c), length };
    if (a.length === 3 || c.length === 3) return undefined;
    return { year: fullYear(c), month: Number(a), day: Number(b), length };
  }
  match = DASHED.exec(bare) ?? COMPACT.exec(bare);
  if (match !== null) {
    return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]), length: match[0].length };
  }
  match = NAMED.exec(bare);
  if (match === null || !MONTH_NAMES.test(match[2] ?? '')) return undefined;
  const month = MONTHS.indexOf((match[2] ?? '').slice(0, 3).toLowerCase()) + 1;
  return { year: fullYear(match[3] ?? ''), month, day: Number(match[1]), length: match[0].length };
}

/** Two digits: 00–69 are this century, 70–99 the last one. A single digit stands only in 0/0/0. */
function fullYear(text: string): number {
  const year = Number(text);
  if (text.length === 4 || (text.length === 1 && year === 0)) return year;
  if (text.length !== 2) return -1;
  if (year === 0) return 0;
  return year < 70 ? 2000 + year : 1900 + year;
}

function isCalendarDay(year: number, month: number, day: number): boolean {
  if (year < 1900 || year > 2199 || month < 1 || month > 12 || day < 1) return false;
  if (day <= 28) return true;
  if (month === 2) return day === 29 && year % 4 === 0 && (year % 100 !== 0 || year % 400 === 0);
  return day <= (month === 4 || month === 6 || month === 9 || month === 11 ? 30 : 31);
}
