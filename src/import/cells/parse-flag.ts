import { bareText, isEmptyWord } from './bare-text.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

const FAULT = unreadable('unreadable_number', 'TRUE or FALSE, Yes or No, 1 or 0');
const WORDS = new Map<string, boolean>([
  ['true', true],
  ['yes', true],
  ['y', true],
  ['t', true],
  ['1', true],
  ['false', false],
  ['no', false],
  ['n', false],
  ['f', false],
  ['0', false],
]);

/** Reads a yes-or-no column such as Move Date Is TBD. */
export function parseFlag(text: string): Reading<boolean> {
  const bare = bareText(text);
  if (isEmptyWord(bare)) return EMPTY;
  const value = WORDS.get(bare.toLowerCase());
  return value === undefined ? FAULT : read(value);
}
