import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { DIMENSION, DIMENSIONS, LEVELS, levelOf, SUFFIX } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from './frequencies.ts';
import type { PairClass, Weights } from './model.ts';
import { agreedShare, householdChance, isPersonal } from './pair-evidence.ts';
import type { PairColumns } from './pair-list.ts';

/** Sr and Jr: never one person, whatever else agrees (odds of one to four). */
const TOLD_APART = Math.log(0.2 / 0.8);

/** Weighs pairs under learnt weights: the natural logarithm of the odds that two records are one person. */
export class PairWeigher {
  readonly #features: Features;
  readonly #frequencies: Frequencies;
  readonly #same: Float64Array;
  readonly #careless: Float64Array;
  readonly #related: Float64Array[];
  /** Logarithms of what strangers and, where it is personal, relatives have in common, by cell: where no value says how rare it is. */
  readonly #unrelated: Float64Array;
  readonly #personal: Float64Array;
  readonly #starts: { same: number; careless: number; related: number[]; unrelated: number };
  readonly #sums: Float64Array;
  readonly #pattern: Pattern = { low: 0, high: 0 };

  constructor(features: Features, frequencies: Frequencies, weights: Weights) {
    this.#features = features;
    this.#frequencies = frequencies;
    this.#same = logarithms(weights.same, false);
    this.#careless = logarithms(weights.careless, false);
    this.#related = weights.related.map((found) => logarithms(found, true));
    this.#unrelated = weights.unrelated.shares.map((share) => Math.log(share));
    this.#personal = weights.unrelated.shares.map((share, cell) =>
      Math.log(householdChance(Math.floor(cell / LEVELS), cell % LEVELS, share)),
    );
    this.#sums = new Float64Array(weights.related.length + 1);
    this.#starts = {
      same: Math.log(weights.same.pairs),
      careless: Math.log(weights.careless.pairs),
      related: weights.related.map(({ pairs }) => Math.log(pairs)),
      unrelated: Math.log(weights.unrelated.pairs),
    };
  }

  /** The odds of the pairs from one to another (that one left out), each at its own place. */
  weighPairs(pairs: PairColumns, from: number, to: number, odds: Float64Array): void {
    for (let pair = from; pair < to; pair += 1)
      odds[pair] = this.weigh(pairs.first[pair] ?? 0, pairs.second[pair] ?? 0, pairs.low[pair] ?? 0, pairs.high[pair] ?? 0);
  }

  /** Compares and weighs two records that no key proposed. */
  compare(first: number, second: number): number {
    comparePair(this.#features, first, second, this.#pattern);
    return this.weigh(first, second, this.#pattern.low, this.#pattern.high);
  }

  weigh(first: number, second: number, low: number, high: number): number {
    let same = this.#starts.same;
    let careless = this.#starts.careless;
    let unrelated = this.#starts.unrelated;
    let personal = 0;
    const sums = this.#sums;
    for (let kind = 0; kind < this.#related.length; kind += 1) sums[kind] = this.#starts.related[kind] ?? 0;
    for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
      const level = levelOf(low, high, dimension);
      if (level === 0) continue;
      const cell = dimension * LEVELS + level;
      const share = agreedShare(this.#features, this.#frequencies, dimension, level, first, second);
      same += this.#same[cell] ?? 0;
      careless += this.#careless[cell] ?? 0;
      unrelated += share > 0 ? Math.log(share) : (this.#unrelated[cell] ?? 0);
      if (isPersonal(dimension)) personal += share > 0 ? Math.log(householdChance(dimension, level, share)) : (this.#personal[cell] ?? 0);
      else for (let kind = 0; kind < this.#related.length; kind += 1) sums[kind] = (sums[kind] ?? 0) + (this.#related[kind]?.[cell] ?? 0);
    }
    sums[this.#related.length] = unrelated;
    let top = unrelated;
    for (let kind = 0; kind < this.#related.length; kind += 1) {
      sums[kind] = (sums[kind] ?? 0) + personal;
      top = Math.max(top, sums[kind] ?? top);
    }
    let against = 0;
    for (let kind = 0; kind < sums.length; kind += 1) against += exponential((sums[kind] ?? 0) - top);
    const best = Math.max(same, careless);
    const odds = best + Math.log1p(exponential(Math.min(same, careless) - best)) - top - Math.log(against);
    return levelOf(low, high, DIMENSION.suffix) === SUFFIX.different ? Math.min(odds, TOLD_APART) : odds;
  }
}

/** Below e⁻⁴⁰ nothing is added to a number of one or more: most stories about a pair are that unlikely, and need no exponential. */
export function exponential(power: number): number {
  return power < -40 ? 0 : Math.exp(power);
}

export function probabilityOf(odds: number): number {
  return 1 / (1 + Math.exp(-odds));
}

/** Logarithms of shares; level 0 and, for different people, what is personal weigh nothing here. */
export function logarithms({ shares }: PairClass, isRelated: boolean): Float64Array {
  return shares.map((share, cell) =>
    cell % LEVELS === 0 || share === 0 || (isRelated && isPersonal(Math.floor(cell / LEVELS))) ? 0 : Math.log(share),
  );
}
