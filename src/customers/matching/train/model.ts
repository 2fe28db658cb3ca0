import { DIMENSIONS, LEVELS } from '../compare/dimensions.ts';

/** One kind of pair: how often each level occurs in it, and how many such pairs the file has. */
export interface PairClass {
  name: 'same' | 'careless' | 'household' | 'couple' | 'contact' | 'lodging' | 'unrelated';
  /** Indexed by dimension * LEVELS + level: shares among pairs where the dimension speaks. */
  shares: Float64Array;
  pairs: number;
}

/**
 * What was learnt of a file. `careless` are pairs of one person of which one record was written
 * badly: slips come in company, and who takes each for an accident of its own does not believe
 * in three at once. `related` are pairs of different people that share more than
 * strangers do: people of one house, couples with one mailbox and telephone, people who are
 * reached through somebody else's (an office, a realtor), and strangers under one roof.
 */
export interface Weights {
  same: PairClass;
  careless: PairClass;
  related: PairClass[];
  unrelated: PairClass;
}

export const CELLS = DIMENSIONS * LEVELS;
