import { expect, it } from 'vitest';
import { parsePercent } from './parse-percent.ts';

const value = (text: string) => {
  const reading = parsePercent(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `95.14%` as written and the fraction `0.035` as 3.5', () => {
  expect(value('95.14%')).toBe('95.14');
  expect(value('0.035')).toBe('3.5');
  expect(value('0.9514')).toBe('95.14');
  expect(value('.5')).toBe('50');
});

it('reads `0.5%` as half a percent, because the sign is there', () => {
  expect(value('0.5%')).toBe('0.5');
  expect(value('0.5 %')).toBe('0.5');
});

it('reads `0.%` as 0 and `100.%` as 100', () => {
  expect(value('0.%')).toBe('0');
  expect(value('100.%')).toBe('100');
});

it('takes bare 0, 1 and numbers above 1 as written', () => {
  expect(value('0')).toBe('0');
  expect(value('0.0')).toBe('0');
  expect(value('1')).toBe('1');
  expect(value('6.2')).toBe('6.2');
});

it('reads `-` as no percentage and keeps a minus before a number', () => {
  expect(value('-')).toBeNull();
  expect(value('-3.5%')).toBe('-3.5');
  expect(value('(3.5%)')).toBe('-3.5');
});

it('refuses text', () => {
  for (const text of ['abc', '%', '5%%', '1,5%']) expect(value(text)).toBe('unreadable_percent');
});
