import type { Features } from '../features/features.ts';
import { AT, WIDTH } from '../features/layout.ts';
import { compareBirthDates } from './compare-birth-dates.ts';
import { compareEmails, comparePhones } from './compare-contact.ts';
import { compareNames } from './compare-names.ts';
import { comparePlaces } from './compare-places.ts';
import { compareTexts } from './compare-texts.ts';
import { DIMENSION } from './dimensions.ts';

/** A pattern: the level of every dimension, eight to a number. */
export interface Pattern {
  low: number;
  high: number;
}

/** Compares two records of the same features; writes the levels into `pattern`. */
export function comparePair(features: Features, first: number, second: number, pattern: Pattern): void {
  const { rows, pool, layout } = features;
  const a = first * WIDTH;
  const b = second * WIDTH;
  pattern.low =
    (compareNames(features, a, b) |
      (compareEmails(features, a, b) << (DIMENSION.email * 4)) |
      (comparePhones(features, a, b) << (DIMENSION.phone * 4)) |
      comparePlaces(features, a, b)) >>>
    0;
  let high = compareBirthDates(rows[a + AT.dob] ?? 0, rows[b + AT.dob] ?? 0);
  high |= compareTexts(pool, rows[a + AT.company] ?? 0, rows[b + AT.company] ?? 0) << 4;
  for (let other = 0; other < layout.others.length && other < 6; other += 1)
    high |= compareTexts(pool, rows[a + AT.other + other] ?? 0, rows[b + AT.other + other] ?? 0) << ((DIMENSION.other - 8 + other) * 4);
  pattern.high = high >>> 0;
}
