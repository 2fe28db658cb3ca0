import { bareFigures } from './bare-text.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('missing_key', 'a quote number that begins with digits, such as 135201');

/**
 * Reads the leading digits as the quote number: `285137 open_in_new` is '285137', `135201.0` is
 * '135201', job number `11209-1` is '11209'. Text without leading digits has no key.
 */
export function parseQuoteNumber(text: string): Reading<string> {
  if (text === '') return EMPTY;
  const bare = bareFigures(text);
  if (bare === '') return EMPTY;
  // Thousands commas first, or 285,137 would pass for quote 285; an exponent has lost its digits.
  const match = /^\d{1,3}(?:,\d{3})+(?![\d,])|^\d+(?!\d|\.\d*e[+-]?\d)/i.exec(bare);
  return match === null ? FAULT : read(match[0].replaceAll(',', ''));
}
