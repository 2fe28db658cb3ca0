import { reportDay, reportDuration, reportTime } from './calendar.ts';
import type { Cell, Quirk } from './sheet.ts';
import type { QuirkId } from './quirks.ts';
import type { Random } from './random.ts';

/** A cell with its quirk noted. */
export function odd(quirk: QuirkId, text: string | number, means: string): Quirk {
  return { quirk, text, means };
}

/** A quote number, now and then with what clings to it. */
export function writeQuote(random: Random, number: string | null): Cell {
  if (number === null) return '';
  const roll = random.next();
  if (roll < 0.01) return odd('quote-open-in-new', `${number} open_in_new`, number);
  if (roll < 0.02) return odd('quote-spaces', ` ${number}  `, number);
  if (roll < 0.025) return odd('quote-decimal', `${number}.0`, number);
  return number;
}

/** An amount in cents as `1480.00`, `$1,480.00 `, `CA$1,480.00`, `(123.45)`, `-` or nothing. */
export function writeMoney(random: Random, cents: number | null, currency: 'CAD' | 'USD' = 'CAD'): Cell {
  const roll = random.next();
  if (cents === null) return roll < 0.04 ? odd('money-dash', '-', '') : roll < 0.06 ? odd('money-not-available', 'n/a', '') : '';
  const value = decimal(cents);
  if (cents < 0) return odd('money-parentheses', `(${withCommas(decimal(-cents))})`, value);
  if (roll < 0.15) return odd('money-dollar', `$${withCommas(value)} `, value);
  if (roll < 0.18) return odd('money-prefix', `${currency === 'CAD' ? 'CA' : 'US'}$${withCommas(value)}`, value);
  return value;
}

/** A day, mostly `M/D/YYYY`; `0/0/0` or nothing for none. */
export function writeDay(random: Random, day: string | null): Cell {
  const roll = random.next();
  if (day === null) return roll < 0.5 ? odd('day-zero', '0/0/0', '') : '';
  const [year, month, date] = [day.slice(0, 4), day.slice(5, 7), day.slice(8, 10)];
  if (roll < 0.03) return odd('day-padded', `${month}/${date}/${year}`, day);
  if (roll < 0.05) return odd('day-iso', day, day);
  if (roll < 0.06) return odd('day-digits', `${year}${month}${date}`, day);
  if (roll < 0.075) return odd('day-month-name', `${Number(date)}-${MONTHS[Number(month) - 1]}-${year}`, day);
  if (roll < 0.085) return odd('day-short-year', `${Number(month)}/${Number(date)}/${year.slice(2)}`, day);
  return reportDay(day);
}

/** A local time as the lead reports write it. */
export function writeTime(time: string | null): Cell {
  return time === null ? '' : odd('time-local', reportTime(time), time);
}

/** Time to contact; the value it stands for is minutes. */
export function writeDuration(random: Random, minutes: number | null): Cell {
  if (minutes === null) return random.chance(0.5) ? odd('duration-none', '--', '') : '';
  const text = reportDuration(minutes);
  const quirk =
    minutes < 0
      ? 'duration-negative'
      : text.includes('d')
        ? 'duration-days'
        : !text.includes('h')
          ? 'duration-minutes'
          : text.includes('m')
            ? 'duration-hours-minutes'
            : 'duration-hours';
  return odd(quirk, text, String(minutes));
}

/** `525 cuft / 3698 lbs`; the value it stands for is `525|3698`. */
export function writeSize(volume: number | null, weight: number | null): Cell {
  if (volume === null || weight === null) return odd('size-none', '-- cuft / -- lbs', '|');
  return odd('size-both', `${volume} cuft / ${weight} lbs`, `${volume}|${weight}`);
}

/** A share as `12.5%`, `0.%`, `100.%`, a bare fraction, or `-` when there is nothing to divide by. */
export function writePercent(random: Random, part: number, whole: number): Cell {
  if (whole === 0) return odd('percent-dash', '-', '');
  const percent = (part / whole) * 100;
  if (percent === 0 || percent === 100) return odd('percent-bare-point', `${percent}.%`, String(percent));
  const basisPoints = Math.round(percent * 100);
  const value = trimZeros(decimal(basisPoints));
  if (random.chance(0.12)) return odd('percent-fraction', `0.${String(basisPoints).padStart(4, '0')}`, value);
  return odd('percent-text', `${decimal(basisPoints)}%`, value);
}

/** A head count or number of calls. */
export function writeCount(count: number | null): Cell {
  if (count === null) return odd('count-dash', '-', '');
  return count >= 1000 ? odd('count-thousands', withCommas(String(count)), String(count)) : String(count);
}

/** Cents as a decimal string. */
export function decimal(cents: number): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  return `${cents < 0 ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`;
}

function trimZeros(text: string): string {
  return text.replace(/\.?0+$/, '');
}

function withCommas(text: string): string {
  const [whole = '', rest] = text.split('.');
  const grouped = whole.replaceAll(/\B(?=(\d{3})+$)/g, ',');
  return rest === undefined ? grouped : `${grouped}.${rest}`;
}

const MONTHS = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];
