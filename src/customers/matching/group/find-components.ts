import type { Features } from '../features/features.ts';
import type { PairColumns } from '../train/pair-list.ts';
import { RecordForest } from './record-forest.ts';

/** Records that a chain of links reaches, in rank order, and the numbers of the pairs between them. */
export interface Component {
  records: number[];
  links: number[];
}

/** Larger ones are looked at again with stronger links only. */
export const LARGEST = 250;

/** Connected components of the links of at least these odds: union-find, then one pass over the pairs. */
export function findComponents(features: Features, pairs: PairColumns, odds: Float64Array, least: number): Component[] {
  let strong = 0;
  const all = new Uint32Array(pairs.size);
  for (let pair = 0; pair < pairs.size; pair += 1)
    if ((odds[pair] ?? 0) >= least) {
      all[strong] = pair;
      strong += 1;
    }
  return componentsOf(features, pairs, odds, all.subarray(0, strong), least);
}

function componentsOf(
  features: Features,
  pairs: PairColumns,
  odds: Float64Array,
  links: ArrayLike<number> & Iterable<number>,
  least: number,
): Component[] {
  const forest = new RecordForest(features.count);
  for (const link of links) if ((odds[link] ?? 0) >= least) forest.join(pairs.first[link] ?? 0, pairs.second[link] ?? 0);
  const sizes = new Uint32Array(features.count);
  for (let record = 0; record < features.count; record += 1) {
    const root = forest.rootOf(record);
    sizes[root] = (sizes[root] ?? 0) + 1;
  }
  const components = new Map<number, Component>();
  for (const record of features.rank) {
    const root = forest.rootOf(record);
    if (sizes[root] === 1) continue;
    const component = components.get(root);
    if (component === undefined) components.set(root, { records: [record], links: [] });
    else component.records.push(record);
  }
  for (const link of links) {
    const a = forest.rootOf(pairs.first[link] ?? 0);
    if (a === forest.rootOf(pairs.second[link] ?? 0)) components.get(a)?.links.push(link);
  }
  return [...components.values()].flatMap((component) =>
    component.records.length > LARGEST && least < 30 ? componentsOf(features, pairs, odds, component.links, least + 1.5) : [component],
  );
}
