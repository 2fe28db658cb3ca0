import { mostOdds } from '../compare/agreements.ts';
import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { DIMENSION, levelOf, SUFFIX } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { featureOf, type Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';
import { ENOUGH, findNeeded } from './find-needed.ts';
import type { SaidValues } from './said-values.ts';
import { divideOdds, tellStories } from './weigh-stories.ts';
import { wordsFor } from './words-for.ts';

/** What one field says about a pair. */
export interface Evidence {
  /** In plain words: "same phone (rare: 1 of 240,000 people)". */
  text: string;
  /** Bits for (positive) or against (negative) one person; ten bits are a thousand to one. */
  weight: number;
}

export interface PairExplanation {
  probability: number;
  /** Log2 of the odds the probability stands for: exactly the sum of all weights here. */
  score: number;
  /** How rarely two records taken at random are one person: where the sum begins. */
  start: Evidence;
  /** The fields that speak, strongest first. */
  evidence: Evidence[];
  /** Why the pair is held to be less sure than its fields say; undefined where it is not. */
  doubt: Evidence | undefined;
  /** Agreements that were not there, each of which alone would have been enough to join the two. */
  needed: string[];
}

export interface Explainable {
  features: Features;
  frequencies: Frequencies;
  weights: Weights;
}

/**
 * Why two records are or are not one person: every field that speaks, with what it adds to the score, against all
 * other stories at once. `said` has the values as they were written, for the words.
 */
export function explainPair(model: Explainable, first: number, second: number, said?: SaidValues): PairExplanation {
  const { features, frequencies, weights } = model;
  const [a, b] = first < second ? [first, second] : [second, first];
  const pattern: Pattern = { low: 0, high: 0 };
  comparePair(features, a, b, pattern);
  const stories = tellStories(model, a, b, pattern);
  const { start, parts } = divideOdds(stories);
  const summed = start + parts.reduce((sum, part) => sum + part, 0);
  const weighed = new PairWeigher(features, frequencies, weights).weigh(a, b, pattern.low, pattern.high);
  // Only ever down: doubts are about what looks sure.
  const odds = weighed <= 0 ? weighed : Math.min(weighed, mostOdds(pattern.low, pattern.high));
  const values = said === undefined || first < second ? said : { first: said.second, second: said.first };
  const isOne = odds >= ENOUGH;
  return {
    probability: probabilityOf(odds),
    score: odds / Math.LN2,
    start: { text: `of any two records about one pair in ${oneIn(start)} is one person`, weight: start / Math.LN2 },
    evidence: stories.spoken
      .map(({ dimension, level, share }, index) => ({
        text: wordsFor({
          dimension,
          level,
          share: toldShare(frequencies, dimension, share),
          column: features.layout.others[dimension - DIMENSION.other],
          said: values,
          isOne,
        }),
        weight: (parts[index] ?? 0) / Math.LN2,
      }))
      .sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight)),
    doubt: odds < summed - 1e-6 ? { text: doubtOf(pattern), weight: (odds - summed) / Math.LN2 } : undefined,
    needed: findNeeded(model, a, b, pattern),
  };
}

/** A value that nobody else has is weighed as rarer than one in all who have any; it is told as one of these. */
function toldShare({ known }: Frequencies, dimension: number, share: number): number {
  const people = known[featureOf(dimension)] ?? 0;
  return share <= 0 || people < 1 ? share : Math.max(share, 1 / people);
}

function oneIn(odds: number): string {
  return Math.max(1, Math.round(1 + Math.exp(-odds))).toLocaleString('en-US');
}

function doubtOf({ low, high }: Pattern): string {
  const suffix = levelOf(low, high, DIMENSION.suffix);
  if (suffix === SUFFIX.different) return 'Jr and Sr are never one person';
  if (suffix === SUFFIX.oneSided) return 'only one is called Jr, Sr or the like: it may be father and son';
  return 'held back: somebody else may fit all this as well (a namesake, or a second person at the same door), so a person is asked';
}
