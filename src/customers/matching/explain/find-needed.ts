import { mostOdds } from '../compare/agreements.ts';
import type { Pattern } from '../compare/compare-pair.ts';
import { DIMENSION, DOB, EMAIL, GIVEN, levelOf, PHONE, STREET, SUFFIX } from '../compare/dimensions.ts';
import type { ColumnKind } from '../record-table.ts';
import type { Explainable } from './explain-pair.ts';
import { divideOdds, tellStories } from './weigh-stories.ts';

/** Odds (ln) from which two records are joined unasked: .95. */
export const ENOUGH = Math.log(0.95 / 0.05);

const WISHES: readonly { dimension: number; level: number; kinds: readonly ColumnKind[]; text: string }[] = [
  { dimension: DIMENSION.given, level: GIVEN.exact, kinds: ['name', 'given_name'], text: 'the same first name' },
  { dimension: DIMENSION.email, level: EMAIL.exact, kinds: ['email'], text: 'the same e-mail' },
  { dimension: DIMENSION.phone, level: PHONE.exact, kinds: ['phone'], text: 'the same phone' },
  { dimension: DIMENSION.dob, level: DOB.exact, kinds: ['dob'], text: 'the same day of birth' },
  { dimension: DIMENSION.street, level: STREET.exact, kinds: ['street'], text: 'the same address' },
];

/** Which agreements, had one of them been there too, would have been enough; empty for a pair that has enough. */
export function findNeeded(model: Explainable, first: number, second: number, { low, high }: Pattern): string[] {
  const oddsOf = (pattern: Pattern): number =>
    Math.min(divideOdds(tellStories(model, first, second, pattern), 0).odds, mostOdds(pattern.low, pattern.high));
  if (levelOf(low, high, DIMENSION.suffix) === SUFFIX.different || oddsOf({ low, high }) >= ENOUGH) return [];
  const { shapes } = model.features.layout;
  return WISHES.filter(({ kinds }) => shapes.some(({ kind }) => kinds.includes(kind)))
    .filter(({ dimension, level }) => levelOf(low, high, dimension) !== level)
    .filter(({ dimension, level }) => oddsOf(withLevel({ low, high }, dimension, level)) >= ENOUGH)
    .map(({ text }) => text);
}

function withLevel({ low, high }: Pattern, dimension: number, level: number): Pattern {
  const put = (half: number, place: number): number => ((half & ~(15 << (place * 4))) | (level << (place * 4))) >>> 0;
  return dimension < 8 ? { low: put(low, dimension), high } : { low, high: put(high, dimension - 8) };
}
