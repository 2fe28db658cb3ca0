/** A day as one number: year, month, day in decimal places (19710624); parts that are not known are 0. */
export function readBirthDate(raw: string): number {
  const parts = partsOf(raw);
  if (parts === undefined) return 0;
  const [first, second, third] = parts;
  if (first > 31) return packed(first, second, third);
  if (third > 31) return first > 12 ? packed(third, second, first) : packed(third, first, second);
  return 0;
}

export function yearOf(day: number): number {
  return Math.floor(day / 10000);
}

export function monthOf(day: number): number {
  return Math.floor(day / 100) % 100;
}

export function dayOf(day: number): number {
  return day % 100;
}

const MONTHS = ['jan', 'feb', 'mar', 'apr', 'may', 'jun', 'jul', 'aug', 'sep', 'oct', 'nov', 'dec'];

/** Up to three numbers as written; eight digits in a row are year, month, day. */
function partsOf(raw: string): [number, number, number] | undefined {
  const numbers: number[] = [];
  let value = 0;
  let digits = 0;
  for (let at = 0; at <= raw.length; at += 1) {
    const digit = raw.charCodeAt(at) - 48;
    if (digit >= 0 && digit <= 9) {
      value = value * 10 + digit;
      digits += 1;
      continue;
    }
    if (digits > 0) {
      if (digits === 8) return eightDigits(value);
      numbers.push(value);
      value = 0;
      digits = 0;
      if (numbers.length === 3) break;
    }
  }
  const letters = /[a-z]{3}/i.exec(raw)?.[0].toLowerCase();
  const month = letters === undefined ? 0 : MONTHS.indexOf(letters) + 1;
  if (month > 0 && numbers.length === 2)
    return (numbers[0] ?? 0) > 31 ? [numbers[0] ?? 0, month, numbers[1] ?? 0] : [month, numbers[0] ?? 0, numbers[1] ?? 0];
  if (numbers.length === 0) return undefined;
  return [numbers[0] ?? 0, numbers[1] ?? 0, numbers[2] ?? 0];
}

function eightDigits(value: number): [number, number, number] {
  const year = Math.floor(value / 10000);
  if (year >= 1300 && year <= 2100) return [year, Math.floor(value / 100) % 100, value % 100];
  const last = value % 10000;
  if (last >= 1300 && last <= 2100) return [Math.floor(value / 1000000), Math.floor(value / 10000) % 100, last];
  // A slip in the year: the rest of the digits still tell something.
  return [year, Math.floor(value / 100) % 100, value % 100];
}

function packed(year: number, month: number, day: number): number {
  if (year > 9999) return 0;
  const full = year < 100 ? year + 1900 : year;
  return full * 10000 + (month <= 12 ? month : 0) * 100 + (day <= 31 ? day : 0);
}
