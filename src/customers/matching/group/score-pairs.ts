import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import { type Likelihoods, weighPattern } from '../train/pair-evidence.ts';
import type { PairList } from '../train/pair-list.ts';

/** For each pair the logarithm of the odds that it is one person. */
export function scorePairs(weights: Weights, features: Features, frequencies: Frequencies, pairs: PairList): Float64Array {
  const odds = new Float64Array(pairs.size);
  const likelihoods: Likelihoods = { same: 0, household: 0, unrelated: 0 };
  const pair = { first: 0, second: 0, low: 0, high: 0 };
  for (let index = 0; index < pairs.size; index += 1) {
    pair.first = pairs.first[index] ?? 0;
    pair.second = pairs.second[index] ?? 0;
    pair.low = pairs.low[index] ?? 0;
    pair.high = pairs.high[index] ?? 0;
    weighPattern(weights, features, frequencies, pair, likelihoods);
    odds[index] = logOdds(weights, likelihoods);
  }
  return odds;
}

/** ln of (same person : household or strangers). */
export function logOdds(weights: Weights, likelihoods: Likelihoods): number {
  const household = Math.log(weights.householdPairs) + likelihoods.household;
  const unrelated = Math.log(weights.unrelatedPairs) + likelihoods.unrelated;
  const top = Math.max(household, unrelated);
  const against = top + Math.log(Math.exp(household - top) + Math.exp(unrelated - top));
  return Math.log(weights.samePairs) + likelihoods.same - against;
}

export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Weighs single pairs that no key proposed. */
export class PairJudge {
  readonly #features: Features;
  readonly #frequencies: Frequencies;
  readonly #weights: Weights;
  readonly #pattern: Pattern = { low: 0, high: 0 };
  readonly #likelihoods: Likelihoods = { same: 0, household: 0, unrelated: 0 };

  constructor(features: Features, frequencies: Frequencies, weights: Weights) {
    this.#features = features;
    this.#frequencies = frequencies;
    this.#weights = weights;
  }

  oddsOf(first: number, second: number): number {
    comparePair(this.#features, first, second, this.#pattern);
    weighPattern(this.#weights, this.#features, this.#frequencies, { first, second, ...this.#pattern }, this.#likelihoods);
    return logOdds(this.#weights, this.#likelihoods);
  }
}
