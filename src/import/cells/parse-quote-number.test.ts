import { expect, it } from 'vitest';
import { parseQuoteNumber } from './parse-quote-number.ts';

const value = (text: string) => {
  const reading = parseQuoteNumber(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `285137 open_in_new` as quote 285137', () => {
  expect(value('285137 open_in_new')).toBe('285137');
  expect(value('285137open_in_new')).toBe('285137');
});

it('reads surrounding spaces and the numeric cell `135201.0`', () => {
  expect(value(' 135201 ')).toBe('135201');
  expect(value('135201.0')).toBe('135201');
  expect(value('="135201"')).toBe('135201');
});

it('reads the quote of job number `11209-1`', () => {
  expect(value('11209-1')).toBe('11209');
});

it('does not take `285,137` for quote 285 nor `2.85137E5` for quote 2', () => {
  expect(value('285,137')).toBe('285137');
  expect(value('2.85137E5')).toBe('missing_key');
});

it('finds no key in text without leading digits', () => {
  for (const text of ['open_in_new', '#285137', 'Total', '--']) expect(value(text)).toBe('missing_key');
  expect(value('  ')).toBeNull();
});
