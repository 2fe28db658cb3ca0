import { mostOdds } from '../compare/agreements.ts';
import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { DIMENSION, DIMENSIONS, LEVELS, levelOf } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import { agreedShare, householdChance, isPersonal } from '../train/pair-evidence.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';
import { wordsFor } from './words-for.ts';

/** What one field says about a pair. */
export interface Evidence {
  /** In plain words: "same phone (rare: 1 in 240,000)". */
  text: string;
  /** Bits for (positive) or against (negative) one person; ten bits are a thousand to one. */
  weight: number;
}

export interface PairExplanation {
  probability: number;
  /** Strongest first. */
  evidence: Evidence[];
}

/** Why two records are or are not one person: every field that speaks, with its weight against the likeliest other story. */
export function explainPair(
  { features, frequencies, weights }: { features: Features; frequencies: Frequencies; weights: Weights },
  first: number,
  second: number,
): PairExplanation {
  const pattern: Pattern = { low: 0, high: 0 };
  comparePair(features, first, second, pattern);
  const weighed = new PairWeigher(features, frequencies, weights).weigh(first, second, pattern.low, pattern.high);
  const odds = Math.min(weighed, mostOdds(pattern.low, pattern.high));
  const found: { dimension: number; level: number; chance: number; share: number }[] = [];
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const level = levelOf(pattern.low, pattern.high, dimension);
    if (level === 0) continue;
    const share = agreedShare(features, frequencies, dimension, level, first, second);
    found.push({ dimension, level, share, chance: share > 0 ? share : (weights.unrelated.shares[dimension * LEVELS + level] ?? 1) });
  }
  const stories = [
    { pairs: weights.unrelated.pairs, chances: found.map(({ chance }) => chance) },
    ...weights.related.map(({ pairs, shares }) => ({
      pairs,
      chances: found.map(({ dimension, level, chance }) =>
        isPersonal(dimension) ? householdChance(dimension, level, chance) : (shares[dimension * LEVELS + level] ?? 1),
      ),
    })),
  ];
  const likeliest = stories.reduce((best, story) => (plausibility(story) > plausibility(best) ? story : best));
  return {
    probability: probabilityOf(odds),
    evidence: found
      .map(({ dimension, level, share }, index) => ({
        text: wordsFor(dimension, level, share, features.layout.others[dimension - DIMENSION.other]),
        weight: Math.log2((weights.same.shares[dimension * LEVELS + level] ?? 1) / (likeliest.chances[index] ?? 1)),
      }))
      .sort((left, right) => Math.abs(right.weight) - Math.abs(left.weight)),
  };
}

function plausibility({ pairs, chances }: { pairs: number; chances: readonly number[] }): number {
  return chances.reduce((sum, chance) => sum + Math.log(chance), Math.log(pairs));
}
