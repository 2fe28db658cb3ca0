import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseDecimal } from './parse-decimal.ts';

const value = (text: string) => {
  const reading = parseDecimal(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads Avg. Calls/Day `38.3` exactly', () => {
  expect(value('38.3')).toBe('38.3');
  expect(value('1,234.50')).toBe('1234.5');
  expect(value('007')).toBe('7');
  expect(value('.5')).toBe('0.5');
  expect(value('-0.0')).toBe('0');
  expect(value('+4')).toBe('4');
});

it('never takes a decimal comma or a broken group for a thousands comma', () => {
  for (const text of ['1,5', '1,23', '12,34,567', '1,234,56', '1.2.3', '1e5', 'abc', '--5', '(-5)']) {
    expect(value(text)).toBe('unreadable_number');
  }
});

it('reads the words for nothing as empty', () => {
  for (const text of ['', ' ', '-', '--', '—', 'N/A', 'na', 'NULL', 'none', 'TBD', 'tba']) {
    expect(value(text)).toBeNull();
  }
});

it('returns every whole number as it was written', () => {
  fc.assert(fc.property(fc.integer(), (n) => value(n.toLocaleString('en-US')) === String(n)));
});
