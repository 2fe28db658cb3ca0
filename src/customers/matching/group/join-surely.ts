import type { PairColumns } from '../train/pair-list.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';
import { RecordForest } from './record-forest.ts';

/** Odds (ln) of 19 to 1. */
const SURE = Math.log(19);

/** Joins what is nearly certain: a first idea of who is who, for counting. Per record the smallest record of its person. */
export function joinSurely(count: number, pairs: PairColumns, odds: Float64Array, least = SURE): Uint32Array {
  const forest = new RecordForest(count);
  for (let pair = 0; pair < pairs.size; pair += 1)
    if ((odds[pair] ?? 0) >= least) forest.join(pairs.first[pair] ?? 0, pairs.second[pair] ?? 0);
  const people = sharedNumbers(count);
  for (let record = 0; record < count; record += 1) people[record] = forest.rootOf(record);
  return people;
}
