import { bareText, isEmptyWord } from './bare-text.ts';
import { plainDigits, shortest } from './parse-decimal.ts';
import { EMPTY, read, type Reading, unreadable } from './reading.ts';

export interface VolumeWeight {
  /** Cubic feet and pounds as decimal text, null when unknown. */
  volumeCuft: string | null;
  weightLbs: string | null;
}

const FAULT = unreadable('unreadable_number', 'volume and weight such as 525 cuft / 3698 lbs');
const SIDE = /^(.*?)\s*(cu\.?\s?ft\.?|cuft|cf|lbs?\.?|pounds?)$/i;

/** Reads `525 cuft / 3698 lbs`; either side may be `--`, and null stands for both unknown. */
export function parseVolumeWeight(text: string): Reading<VolumeWeight> {
  if (text === '') return EMPTY;
  const bare = bareText(text);
  if (isEmptyWord(bare)) return EMPTY;

  const value: VolumeWeight = { volumeCuft: null, weightLbs: null };
  const sides = bare.split('/');
  if (sides.length > 2) return FAULT;
  for (const side of sides) {
    const match = SIDE.exec(side.trim());
    if (match === null) return FAULT;
    const number = (match[1] ?? '').trim();
    if (isEmptyWord(number)) continue;
    const digits = plainDigits(number);
    if (digits === undefined || digits.startsWith('-')) return FAULT;
    if (/^c/i.test(match[2] ?? '')) value.volumeCuft = shortest(digits);
    else value.weightLbs = shortest(digits);
  }
  return value.volumeCuft === null && value.weightLbs === null ? EMPTY : read(value);
}
