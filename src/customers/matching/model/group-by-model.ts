import { DOUBTED, mostOdds } from '../compare/agreements.ts';
import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import type { Features } from '../features/features.ts';
import { agglomerate } from '../group/agglomerate.ts';
import { findComponents } from '../group/find-components.ts';
import type { Grouping } from '../group/group-links.ts';
import type { PairColumns } from '../train/pair-list.ts';
import { type PairWeigher, probabilityOf } from '../train/pair-weigher.ts';

/** The odds (ln) of any two records, no surer than what agrees in them allows where the threshold is one for what is beyond doubt. */
export function believer(features: Features, weigher: PairWeigher, threshold: number): (a: number, b: number) => number {
  const pattern: Pattern = { low: 0, high: 0 };
  return (a, b) => {
    const [first, second] = a < b ? [a, b] : [b, a];
    comparePair(features, first, second, pattern);
    const odds = weigher.weigh(first, second, pattern.low, pattern.high);
    return threshold < DOUBTED || odds <= 0 ? odds : Math.min(odds, mostOdds(pattern.low, pattern.high));
  };
}

/**
 * Groups records joined by likely pairs. Only pairs from `least` on can hold a group together,
 * so records that no chain of such pairs connects need not be looked at together: a new
 * record changes the groups it reaches and no others.
 */
export function groupByModel(
  features: Features,
  pairs: PairColumns,
  odds: Float64Array,
  { least, oddsOf }: { least: number; oddsOf: (a: number, b: number) => number },
): Grouping {
  const clusters = Uint32Array.from({ length: features.count }, (_, record) => record);
  const confidence = new Float64Array(features.count).fill(1);
  for (const { records } of findComponents(features, pairs, odds, least))
    for (const { members, beliefs } of agglomerate(records, oddsOf, least)) {
      const name = members.reduce((smallest, record) => Math.min(smallest, record));
      for (const [index, record] of members.entries()) {
        clusters[record] = name;
        confidence[record] = members.length === 1 ? 1 : probabilityOf(beliefs[index] ?? 0);
      }
    }
  return { clusters, confidence };
}
