import { expect, it } from 'vitest';
import { parseCount } from './parse-count.ts';

const value = (text: string) => {
  const reading = parseCount(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads thousands commas, spaces and a spreadsheet’s `.0`', () => {
  expect(value('1,234')).toBe(1234);
  expect(value(' 842 ')).toBe(842);
  expect(value('120.0')).toBe(120);
  expect(value('-3')).toBe(-3);
});

it('reads `-` as no count', () => {
  expect(value('-')).toBeNull();
  expect(value('')).toBeNull();
});

it('refuses fractions, text and what no int column holds', () => {
  for (const text of ['12.5', 'twelve', '1,2', '3000000000']) expect(value(text)).toBe('unreadable_number');
});
