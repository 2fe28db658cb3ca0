import fc from 'fast-check';
import { expect, it } from 'vitest';
import { parseMoney } from './parse-money.ts';

const value = (text: string) => {
  const reading = parseMoney(text);
  return reading.ok ? reading.value : reading.code;
};

it('reads `$91,256.22 ` with commas and a trailing space', () => {
  expect(value('$91,256.22 ')).toBe('91256.22');
});

it('reads `(123.45)` as negative', () => {
  expect(value('(123.45)')).toBe('-123.45');
  expect(value('($1,123.45)')).toBe('-1123.45');
  expect(value('$(5)')).toBe('-5.00');
  expect(value('-$5.10')).toBe('-5.10');
  expect(value('$-5.10')).toBe('-5.10');
  expect(value('5.10-')).toBe('-5.10');
});

it('drops the sign of the currency it is in, and refuses another one', () => {
  const inCurrency = (text: string, currency: string) => {
    const reading = parseMoney(text, currency);
    return reading.ok ? reading.value : reading.code;
  };
  for (const text of ['CA$1,480.00', 'C$ 1480', 'CAD 1480', '1,480 CAD', '$1480']) expect(inCurrency(text, 'CAD')).toBe('1480.00');
  expect(inCurrency('US$0.5', 'USD')).toBe('0.50');
  expect(inCurrency('(£5.00)', 'GBP')).toBe('-5.00');
  expect(inCurrency('5 €', 'EUR')).toBe('5.00');
  for (const text of ['US$0.5', '£5', '5 €', '(5 USD)', 'USD 5']) expect(inCurrency(text, 'CAD')).toBe('other_currency');
  // A bare dollar is any dollar, and no pound.
  expect(inCurrency('$5.00', 'GBP')).toBe('other_currency');
});

it('reads Estimated Revenue `0.00`, `1480` and `2310.5` in one form', () => {
  expect(value('0.00')).toBe('0.00');
  expect(value('1480')).toBe('1480.00');
  expect(value('2310.5')).toBe('2310.50');
  expect(value('-0.00')).toBe('0.00');
  expect(value('(0)')).toBe('0.00');
});

it('reads `-`, `--` and an empty cell as no amount', () => {
  for (const text of ['', '-', '--', '—', 'n/a', 'TBD']) expect(value(text)).toBeNull();
});

it('rounds a third digit half away from zero, as PostgreSQL does', () => {
  expect(value('1.005')).toBe('1.01');
  expect(value('-1.005')).toBe('-1.01');
  expect(value('99.999')).toBe('100.00');
  expect(value('2.004')).toBe('2.00');
});

it('refuses what is no amount or does not fit numeric(14,2)', () => {
  for (const text of ['abc', '12 dollars', '1,5', '$', '1e5', '1234567890123', '=1+1', '5%']) {
    expect(value(text)).toBe('unreadable_number');
  }
});

it('keeps every cent of any amount', () => {
  fc.assert(
    fc.property(fc.bigInt({ min: -(10n ** 13n), max: 10n ** 13n }), (cents) => {
      const abs = cents < 0n ? -cents : cents;
      const plain = `${abs / 100n}.${String(abs % 100n).padStart(2, '0')}`;
      const written = `$${(abs / 100n).toLocaleString('en-US')}.${String(abs % 100n).padStart(2, '0')}`;
      return value(cents < 0n ? `(${written})` : written) === (cents < 0n ? `-${plain}` : plain);
    }),
  );
});
