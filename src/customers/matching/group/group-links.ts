import type { Features } from '../features/features.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import type { PairList } from '../train/pair-list.ts';

export interface GroupingInput {
  features: Features;
  frequencies: Frequencies;
  weights: Weights;
  pairs: PairList;
  odds: Float64Array;
  threshold: number;
}

export interface Grouping {
  /** Per record the smallest record of its group. */
  clusters: Uint32Array;
  confidence: Float64Array;
}

export function groupLinks({ features, pairs, odds, threshold }: GroupingInput): Grouping {
  const parents = Uint32Array.from({ length: features.count }, (_, i) => i);
  const root = (r: number): number => {
    let x = r;
    while ((parents[x] ?? x) !== x) {
      parents[x] = parents[parents[x] ?? x] ?? x;
      x = parents[x] ?? x;
    }
    return x;
  };
  const least = Math.log(threshold / (1 - threshold));
  for (let i = 0; i < pairs.size; i += 1)
    if ((odds[i] ?? 0) >= least) {
      const a = root(pairs.first[i] ?? 0);
      const b = root(pairs.second[i] ?? 0);
      if (a < b) parents[b] = a;
      else parents[a] = b;
    }
  const clusters = new Uint32Array(features.count);
  for (let r = 0; r < features.count; r += 1) clusters[r] = root(r);
  return { clusters, confidence: new Float64Array(features.count).fill(1) };
}
