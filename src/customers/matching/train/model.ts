import { DIMENSIONS, LEVELS } from '../compare/dimensions.ts';

/**
 * What was learnt: per class the share of each level among pairs where the dimension speaks,
 * and how many pairs of each class are to be expected. Everything a pair needs to be weighed.
 */
export interface Weights {
  /** Indexed by dimension * LEVELS + level. */
  same: Float64Array;
  household: Float64Array;
  unrelated: Float64Array;
  /** Expected numbers of pairs. */
  samePairs: number;
  householdPairs: number;
  unrelatedPairs: number;
}

export const CELLS = DIMENSIONS * LEVELS;
