import { dayOf, monthOf, yearOf } from '../features/read-birth-date.ts';
import { DOB } from './dimensions.ts';

/**
 * How two days of birth agree. The first of January stands for "some time in that year": it
 * agrees with any day of it, weakly, and with the years beside it, more weakly.
 */
export function compareBirthDates(a: number, b: number): number {
  if (a === 0 || b === 0) return 0;
  if (a === b) return isVague(a) ? DOB.sameYear : DOB.exact;
  const years = Math.abs(yearOf(a) - yearOf(b));
  const isSameMonth = monthOf(a) === monthOf(b);
  const isSameDay = dayOf(a) === dayOf(b);
  const isRough = isTwoDigits(a, b);
  if (years === 0) {
    if (isVague(a) || isVague(b)) return DOB.partial;
    if (isSameMonth ? isOneDigit(dayOf(a), dayOf(b)) : isSameDay && isOneDigit(monthOf(a), monthOf(b))) return DOB.close;
    if (isSameMonth || isSameDay || daysApart(a, b) <= 31) return DOB.close;
    return monthOf(a) === dayOf(b) && dayOf(a) === monthOf(b) ? DOB.close : isRough ? DOB.rough : DOB.year;
  }
  if (isSameMonth && isSameDay && !isVague(a))
    return years === 1 || isOneDigit(yearOf(a), yearOf(b)) || isDigitSwap(yearOf(a), yearOf(b))
      ? DOB.close
      : isRough
        ? DOB.rough
        : DOB.monthDay;
  if (years <= 1 && !isVague(a) && !isVague(b) && daysApart(a, b) <= 31) return DOB.close;
  if (isRough) return DOB.rough;
  if (years === 1 || (years <= 2 && (isVague(a) || isVague(b)))) return DOB.near;
  return DOB.different;
}

function daysApart(a: number, b: number): number {
  return Math.abs((yearOf(a) - yearOf(b)) * 365 + (monthOf(a) - monthOf(b)) * 30.4 + dayOf(a) - dayOf(b));
}

function isVague(day: number): boolean {
  return dayOf(day) === 0 || (dayOf(day) === 1 && monthOf(day) === 1);
}

/** Whether no more than two of the eight digits differ, or the same ones stand in another order. */
function isTwoDigits(a: number, b: number): boolean {
  let differing = 0;
  let sum = 0;
  let squares = 0;
  for (let restA = a, restB = b; restA > 0 || restB > 0; restA = Math.floor(restA / 10), restB = Math.floor(restB / 10)) {
    const digitA = restA % 10;
    const digitB = restB % 10;
    if (digitA !== digitB) differing += 1;
    sum += digitA - digitB;
    squares += digitA * digitA - digitB * digitB;
  }
  return differing <= 2 || (differing <= 4 && sum === 0 && squares === 0);
}

function isOneDigit(a: number, b: number): boolean {
  let differing = 0;
  for (let restA = a, restB = b; restA > 0 || restB > 0; restA = Math.floor(restA / 10), restB = Math.floor(restB / 10))
    if (restA % 10 !== restB % 10) differing += 1;
  return differing === 1;
}

/** Whether two neighbouring digits of a year have changed places. */
function isDigitSwap(a: number, b: number): boolean {
  for (let place = 1; place <= 100; place *= 10) {
    const right = Math.floor(a / place) % 10;
    const left = Math.floor(a / place / 10) % 10;
    if (a + (right - left) * place * 9 === b) return true;
  }
  return false;
}
