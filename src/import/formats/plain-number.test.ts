import fc from 'fast-check';
import { expect, it } from 'vitest';
import { asPercentText, plainNumber } from './plain-number.ts';

it('removes binary noise: 0.30000000000000004 is 0.3', () => {
  expect(plainNumber('0.30000000000000004')).toBe('0.3');
  expect(plainNumber('1480.0000000000002')).toBe('1480');
  expect(plainNumber('-2.2999999999999998')).toBe('-2.3');
});

it('writes out exponents', () => {
  expect(plainNumber('1E-3')).toBe('0.001');
  expect(plainNumber('1.5e+20')).toBe('150000000000000000000');
  expect(plainNumber('-1.234E2')).toBe('-123.4');
  expect(plainNumber('-0.0')).toBe('-0.0');
  expect(plainNumber('0E0')).toBe('0');
});

it('keeps every digit of a long whole number, and text that is no number', () => {
  expect(plainNumber('12345678901234567890')).toBe('12345678901234567890');
  expect(plainNumber('abc')).toBe('abc');
  expect(plainNumber('')).toBe('');
});

it('turns 0.9514 into 95.14% digit by digit', () => {
  expect(asPercentText('0.9514')).toBe('95.14%');
  expect(asPercentText('0.07')).toBe('7%');
  expect(asPercentText('1')).toBe('100%');
  expect(asPercentText('-0.5')).toBe('-50%');
  expect(asPercentText('0.005')).toBe('0.5%');
});

it('keeps the value of any number to 15 digits', () => {
  fc.assert(
    fc.property(fc.double({ noNaN: true, noDefaultInfinity: true, min: -1e15, max: 1e15 }), (value) => {
      const text = plainNumber(String(value));
      return !/e/i.test(text) && Number(text) === Number(value.toPrecision(15));
    }),
  );
});
