import { DIMENSIONS, LEVELS } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import type { Frequencies } from './frequencies.ts';
import { CELLS, type Weights } from './model.ts';
import { isPersonal } from './pair-evidence.ts';
import type { PairList } from './pair-list.ts';
import { samplePairs } from './sample-pairs.ts';
import { householdShares, sameShares } from './shipped-priors.ts';

const ROUNDS = 25;
/** A shipped prior counts as much as this many pairs of the file. */
const PRIOR_PAIRS = 30;

/**
 * Learns the weights by expectation and maximisation over compared pairs with three classes:
 * same person, same household, strangers. Strangers are known beforehand, from random pairs,
 * and their number is that of all pairs of the file: so the result does not depend on which
 * pairs the keys happened to propose.
 */
export function learnWeights(features: Features, frequencies: Frequencies, unrelated: Float64Array, pairs: PairList): Weights {
  const sample = samplePairs(features, frequencies, unrelated, pairs);
  const { count } = features;
  const allPairs = (count * (count - 1)) / 2;
  const priorSame = sameShares();
  const priorHousehold = householdShares(unrelated);
  const weights: Weights = {
    same: priorSame,
    household: priorHousehold,
    unrelated,
    samePairs: Math.max(1, count / 4),
    householdPairs: Math.max(1, count / 8),
    unrelatedPairs: Math.max(1, allPairs),
  };
  const same = new Float64Array(CELLS);
  const household = new Float64Array(CELLS);
  for (let round = 0; round < ROUNDS; round += 1) {
    const logSame = logarithms(weights.same, false);
    const logHousehold = logarithms(weights.household, true);
    const startSame = Math.log(weights.samePairs);
    const startHousehold = Math.log(weights.householdPairs);
    const startUnrelated = Math.log(weights.unrelatedPairs);
    same.fill(0);
    household.fill(0);
    let samePairs = 0;
    let householdPairs = 0;
    for (let pair = 0; pair < sample.size; pair += 1) {
      const from = pair * DIMENSIONS;
      let a = startSame;
      let b = startHousehold + (sample.personal[pair] ?? 0);
      for (let at = from; at < from + DIMENSIONS; at += 1) {
        const cell = sample.cells[at] ?? 0;
        a += logSame[cell] ?? 0;
        b += logHousehold[cell] ?? 0;
      }
      const c = startUnrelated + (sample.unrelated[pair] ?? 0);
      const top = Math.max(a, b, c);
      const total = Math.exp(a - top) + Math.exp(b - top) + Math.exp(c - top);
      const isSame = Math.exp(a - top) / total;
      const isHousehold = Math.exp(b - top) / total;
      samePairs += isSame;
      householdPairs += isHousehold;
      for (let at = from; at < from + DIMENSIONS; at += 1) {
        const cell = sample.cells[at] ?? 0;
        same[cell] = (same[cell] ?? 0) + isSame;
        household[cell] = (household[cell] ?? 0) + isHousehold;
      }
    }
    weights.same = blend(same, priorSame, sample.scale);
    weights.household = blend(household, priorHousehold, sample.scale);
    weights.samePairs = Math.max(1, samePairs * sample.scale);
    weights.householdPairs = Math.max(1, householdPairs * sample.scale);
    weights.unrelatedPairs = Math.max(1, allPairs - weights.samePairs - weights.householdPairs);
  }
  return weights;
}

/** Level 0 and, for households, what is personal weigh nothing here. */
function logarithms(shares: Float64Array, isHousehold: boolean): Float64Array {
  return shares.map((share, cell) =>
    cell % LEVELS === 0 || share === 0 || (isHousehold && isPersonal(Math.floor(cell / LEVELS))) ? 0 : Math.log(share),
  );
}

/** Shares of levels, per dimension, from counted pairs and the prior. */
function blend(counts: Float64Array, prior: Float64Array, scale: number): Float64Array {
  const shares = new Float64Array(CELLS);
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const from = dimension * LEVELS;
    let total = 0;
    for (let level = 1; level < LEVELS; level += 1) total += (counts[from + level] ?? 0) * scale;
    for (let level = 1; level < LEVELS; level += 1)
      shares[from + level] = ((counts[from + level] ?? 0) * scale + PRIOR_PAIRS * (prior[from + level] ?? 0)) / (total + PRIOR_PAIRS);
  }
  return shares;
}
