import type { Features } from '../features/features.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import type { PairColumns } from '../train/pair-list.ts';
import { agglomerate } from './agglomerate.ts';
import { findComponents } from './find-components.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';

export interface GroupingInput {
  features: Features;
  frequencies: Frequencies;
  weights: Weights;
  pairs: PairColumns;
  odds: Float64Array;
  threshold: number;
}

export interface Grouping {
  /** Per record the number of its group: the smallest record in it. */
  clusters: Uint32Array;
  /** Per record the probability that it belongs with the rest of its group; 1 when it is alone. */
  confidence: Float64Array;
}

/** Links weaker than this (even odds are 0) never bring two records under one roof to be looked at together. */
const WEAKEST = -1;

/** Joins records by their links, but no further than the whole group agrees: a chain alone brings nobody in. */
export function groupLinks({ features, frequencies, weights, pairs, odds, threshold }: GroupingInput): Grouping {
  const clusters = Uint32Array.from({ length: features.count }, (_, record) => record);
  const confidence = new Float64Array(features.count).fill(1);
  const least = Math.log(threshold / (1 - threshold));
  const judge = new PairWeigher(features, frequencies, weights);
  for (const { records, links } of findComponents(features, pairs, odds, Math.min(WEAKEST, least))) {
    const known = new Map<number, number>();
    for (const link of links) known.set((pairs.first[link] ?? 0) * features.count + (pairs.second[link] ?? 0), odds[link] ?? 0);
    const oddsOf = (a: number, b: number): number =>
      known.get(Math.min(a, b) * features.count + Math.max(a, b)) ?? judge.compare(Math.min(a, b), Math.max(a, b));
    for (const { members, beliefs } of agglomerate(records, oddsOf, least)) {
      const name = members.reduce((smallest, record) => Math.min(smallest, record));
      for (const [index, record] of members.entries()) {
        clusters[record] = name;
        confidence[record] = members.length === 1 ? 1 : probabilityOf(beliefs[index] ?? 0);
      }
    }
  }
  return { clusters, confidence };
}
