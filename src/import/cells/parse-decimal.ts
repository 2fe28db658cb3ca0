import { bareFigures, isEmptyWord } from './bare-text.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_number', 'a number such as 38.3 or 1,234.5');
const PLAIN = /^-?\d{1,15}(?:\.\d{1,10})?$/;

/** Reads a number as exact decimal text without trailing zeros: `1,234.50` is '1234.5', `(2)` is '-2'. */
export function parseDecimal(text: string): Reading<string> {
  if (text === '') return EMPTY;
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;
  const digits = PLAIN.test(bare) ? bare : plainDigits(bare);
  return digits === undefined ? FAULT : read(shortest(digits));
}

/**
 * Digits of a number written for people: thousands commas or spaces, parentheses or a minus sign in
 * front of or behind it for negative. Undefined when it is none, so `1,5` is never taken for 15.
 */
export function plainDigits(bare: string): string | undefined {
  let rest = bare;
  let negative = false;
  if (rest.startsWith('(') && rest.endsWith(')')) {
    negative = true;
    rest = rest.slice(1, -1).trim();
  }
  const signed = /^([-−+])\s*(.+)$|^(.+?)\s*([-−])$/.exec(rest);
  if (signed !== null) {
    const sign = signed[1] ?? signed[4];
    if (negative && sign !== '+') return undefined;
    negative = negative || sign !== '+';
    rest = signed[2] ?? signed[3] ?? '';
  }
  if (!/^\d{1,15}(\.\d*)?$/.test(rest) && !/^\.\d+$/.test(rest)) {
    if (!/^\d{1,3}([, \u00a0\u202f])\d{3}(\1\d{3})*(\.\d*)?$/.test(rest)) return undefined;
    rest = rest.replace(/[, \u00a0\u202f]/g, '');
  }
  if (rest.length > 30) return undefined;
  return negative ? `-${rest}` : rest;
}

/** Decimal text in its one canonical form. */
export function shortest(digits: string): string {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? digits.slice(1) : digits).split('.');
  const integer = whole.replace(/^0+(?=\d)/, '') || '0';
  const decimals = fraction.replace(/0+$/, '');
  const plain = decimals === '' ? integer : `${integer}.${decimals}`;
  return negative && plain !== '0' ? `-${plain}` : plain;
}
