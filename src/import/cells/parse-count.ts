import { bareFigures, isEmptyWord } from './bare-text.ts';
import { plainDigits } from './parse-decimal.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_number', 'a whole number such as 1,234');

/** Reads a whole number: `1,234` and `1234.0` are 1234; `12.5` is no count. */
export function parseCount(text: string): Reading<number> {
  if (text === '') return EMPTY;
  if (/^\d{1,9}$/.test(text)) return read(Number(text));
  const bare = bareFigures(text);
  if (isEmptyWord(bare)) return EMPTY;
  const digits = plainDigits(bare);
  if (digits === undefined || !/^-?\d+(\.0*)?$/.test(digits)) return FAULT;
  const value = Number(digits);
  // int columns hold at most 2^31 - 1.
  return Math.abs(value) > 2_147_483_647 ? FAULT : read(value === 0 ? 0 : value);
}
