import { bareFigures, isEmptyWord } from './bare-text.ts';
import { plainDigits } from './parse-decimal.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_number', 'an amount such as $1,234.56 or (123.45)');
const otherCurrency = new Map<string, ReturnType<typeof unreadable>>();
const CANONICAL = /^-?(?:0|[1-9]\d{0,11})\.\d\d$/;
const COMMON = /^\$?(\d{1,3}(?:,\d{3})+|\d{1,12})(?:\.(\d?\d?))? *$/;
const SIGNS = String.raw`CA\$|C\$|US\$|AU\$|A\$|NZ\$|CAD|USD|AUD|NZD|GBP|EUR|\$|£|€`;
const BEFORE = new RegExp(String.raw`^([(\-−]?)\s*(${SIGNS})\s*`, 'i');
const BEHIND = new RegExp(String.raw`\s*(${SIGNS})(\)?)$`, 'i');
/** Currencies that write a bare dollar sign. */
const DOLLARS = new Set(['USD', 'CAD', 'AUD', 'NZD']);
const CODES: Readonly<Record<string, string>> = {
  CA$: 'CAD',
  C$: 'CAD',
  US$: 'USD',
  AU$: 'AUD',
  A$: 'AUD',
  NZ$: 'NZD',
  '£': 'GBP',
  '€': 'EUR',
};

/**
 * Reads an amount of money as decimal text with two digits after the point, never as a float:
 * `$91,256.22 ` is '91256.22', `(123.45)` is '-123.45'. A third digit is rounded half away from zero.
 * An amount that names another currency than `currency` (the branch's) is not read: taken for it,
 * it would be added to it. Null = not known here, any will do.
 */
export function parseMoney(text: string, currency: string | null = 'USD'): Reading<string> {
  if (text === '') return EMPTY;
  if (CANONICAL.test(text)) return text === '-0.00' ? read('0.00') : read(text);
  const common = COMMON.exec(text);
  if (common !== null && text.length <= 16 && (text.charCodeAt(0) !== 36 || currency === null || DOLLARS.has(currency)))
    return read(commonAmount(common[1] ?? '', common[2] ?? ''));
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;

  const sign = BEFORE.exec(bare)?.[2] ?? BEHIND.exec(bare)?.[1];
  const digits = plainDigits(bare.replace(BEFORE, '$1').replace(BEHIND, '$2'));
  if (digits === undefined) return FAULT;
  if (sign !== undefined && currency !== null && !isOf(sign.toUpperCase(), currency)) return faultOf(currency);
  const cents = inCents(digits);
  return cents === undefined ? FAULT : read(cents);
}

function isOf(sign: string, currency: string): boolean {
  return sign === '$' ? DOLLARS.has(currency) : (CODES[sign] ?? sign) === currency;
}

function faultOf(currency: string): ReturnType<typeof unreadable> {
  const known = otherCurrency.get(currency) ?? unreadable('other_currency', `an amount in ${currency}, the currency of its branch`);
  otherCurrency.set(currency, known);
  return known;
}

/** The form of nearly all amounts, done without big integers. */
function commonAmount(whole: string, fraction: string): string {
  const digits = whole.length > 3 && whole.includes(',') ? whole.replaceAll(',', '') : whole;
  const integer = digits.charCodeAt(0) === 48 ? digits.replace(/^0+(?=\d)/, '') : digits;
  return fraction.length === 2 ? `${integer}.${fraction}` : `${integer}.${fraction.padEnd(2, '0')}`;
}

function inCents(digits: string): string | undefined {
  const negative = digits.startsWith('-');
  const [whole = '', fraction = ''] = (negative ? digits.slice(1) : digits).split('.');
  const roundsUp = (fraction.charCodeAt(2) || 48) >= 53;
  const total = BigInt(`0${whole}${fraction.slice(0, 2).padEnd(2, '0')}`) + (roundsUp ? 1n : 0n);
  const text = total.toString().padStart(3, '0');
  // numeric(14,2) holds twelve digits before the point.
  if (text.length > 14) return undefined;
  const plain = `${text.slice(0, -2)}.${text.slice(-2)}`;
  return negative && total !== 0n ? `-${plain}` : plain;
}
