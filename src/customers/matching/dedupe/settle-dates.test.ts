import { expect, test } from 'vitest';
import { readBirthDate } from '../features/read-birth-date.ts';
import { settleDates } from './settle-dates.ts';

function daysOf(...values: string[]): number[] {
  return settleDates({ kind: 'dob', name: 'born', values }).values.map(readBirthDate);
}

test('a column that has a 25th of December day first is read day first, and one that has it month first stays so', () => {
  expect(daysOf('04/03/1961', '25/12/1980')).toEqual([19610304, 19801225]);
  expect(daysOf('04/03/1961', '12/25/1980')).toEqual([19610403, 19801225]);
});

test('dots stand behind the day unless the column says otherwise, and do not speak for slashes', () => {
  expect(daysOf('04.03.1961', '04/03/1961')).toEqual([19610304, 19610403]);
  expect(daysOf('04.03.1961', '04.25.1961')).toEqual([19610403, 19610425]);
});

test('a column that contradicts itself, years first and months in words are left alone', () => {
  const values = ['04/03/1961', '25/12/1980', '12/25/1980', '1961-03-04', '61-03-04', '4 March 1961', '', '1961'];
  expect(settleDates({ kind: 'dob', name: 'born', values }).values).toEqual(values);
});
