import { bareFigures, isEmptyWord } from './bare-text.ts';
import { plainDigits, shortest } from './parse-decimal.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_percent', 'a percentage such as 95.14%, or a fraction such as 0.9514');

/**
 * Reads a percentage as decimal text: with a % sign as written (`0.%` is '0'), a bare number strictly
 * between 0 and 1 as Excel's fraction (`0.035` is '3.5'), any other bare number as written.
 */
export function parsePercent(text: string): Reading<string> {
  if (text === '') return EMPTY;
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;

  const isWritten = bare.includes('%');
  const digits = plainDigits(isWritten ? bare.replace(/\s*%(?=\)?$)/, '') : bare);
  if (digits === undefined) return FAULT;
  const value = shortest(digits);
  if (isWritten || !value.startsWith('0.')) return read(value);
  const decimals = value.slice(2).padEnd(2, '0');
  return read(shortest(`${decimals.slice(0, 2)}.${decimals.slice(2)}`));
}
