import type { Features } from '../features/features.ts';
import { WIDTH } from '../features/layout.ts';
import type { Grouping } from '../group/group-links.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { PairList } from '../train/pair-list.ts';
import type { Copies } from './find-copies.ts';

/** The features of the records that stand for their copies. */
export function foldCopies(features: Features, { kept, placeOf }: Copies): Features {
  const rows = sharedNumbers(kept.length * WIDTH);
  for (const [place, record] of kept.entries()) rows.set(features.rows.subarray(record * WIDTH, (record + 1) * WIDTH), place * WIDTH);
  const rank = features.rank.filter((record) => kept[placeOf[record] ?? 0] === record).map((record) => placeOf[record] ?? 0);
  return { ...features, count: kept.length, rows, rank };
}

/** How surely copies are one person when nothing else speaks of them: written alike, one may still be a namesake at the same number. */
const COPY = 0.99;

/** The groups of all records from those of the kept ones. */
export function unfoldGroups({ clusters, confidence }: Grouping, { kept, placeOf }: Copies): Grouping {
  const sizes = new Uint32Array(kept.length);
  const smallest = new Uint32Array(kept.length).fill(placeOf.length);
  for (const [record, place] of placeOf.entries()) {
    const cluster = clusters[place] ?? 0;
    sizes[cluster] = (sizes[cluster] ?? 0) + 1;
    smallest[cluster] = Math.min(smallest[cluster] ?? record, record);
  }
  const isAlone = new Uint8Array(kept.length).fill(1);
  for (const [place, cluster] of clusters.entries()) if (cluster !== place) isAlone[cluster] = 0;
  return {
    clusters: placeOf.map((place) => smallest[clusters[place] ?? 0] ?? 0),
    confidence: Float64Array.from(placeOf, (place) => {
      const cluster = clusters[place] ?? 0;
      return isAlone[cluster] === 1 && (sizes[cluster] ?? 0) > 1 ? COPY : (confidence[place] ?? 1);
    }),
  };
}

/** Pairs and people by the numbers of all records; `pairs` is written over. */
export function unfoldFound(
  pairs: PairList,
  frequencies: Frequencies,
  { kept, placeOf }: Copies,
): { pairs: PairList; frequencies: Frequencies } {
  for (let pair = 0; pair < pairs.size; pair += 1) {
    pairs.first[pair] = kept[pairs.first[pair] ?? 0] ?? 0;
    pairs.second[pair] = kept[pairs.second[pair] ?? 0] ?? 0;
  }
  const unfolded = (people: Uint32Array): Uint32Array => placeOf.map((place) => kept[people[place] ?? 0] ?? 0);
  return { pairs, frequencies: { ...frequencies, people: unfolded(frequencies.people), likely: unfolded(frequencies.likely) } };
}
