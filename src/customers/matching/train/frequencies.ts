import { DIMENSION } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { AT, MOST_OTHERS, WIDTH } from '../features/layout.ts';

/** How often each value occurs, per feature that may agree exactly. */
export interface Frequencies {
  /** Indexed by feature; counts by id in the text pool. */
  counts: (Uint32Array | undefined)[];
  /** Records that have a value there. */
  known: Float64Array;
  /** Numbers that are no texts (addresses, days), by hash. */
  sketches: Map<number, Uint32Array>;
}

const SKETCH = 1 << 21;
const TEXTS = [AT.given, AT.surname, AT.email, AT.phone, AT.zip, AT.city, AT.company];
const NUMBERS = [AT.place, AT.dob];
/** Two columns of one kind are counted together. */
const COMPANIONS = new Map<number, number>([
  [AT.email, AT.email2],
  [AT.phone, AT.phone2],
]);

export function countFrequencies({ rows, pool, layout }: Features): Frequencies {
  const others = Array.from({ length: Math.min(MOST_OTHERS, layout.others.length) }, (_, other) => AT.other + other);
  const counts: (Uint32Array | undefined)[] = [];
  const known = new Float64Array(WIDTH);
  for (const feature of [...TEXTS, ...others]) {
    const seen = new Uint32Array(pool.size);
    for (const column of [feature, COMPANIONS.get(feature)])
      if (column !== undefined)
        for (let at = column; at < rows.length; at += WIDTH) {
          const id = rows[at] ?? 0;
          if (id === 0) continue;
          seen[id] = (seen[id] ?? 0) + 1;
          if (column === feature) known[feature] = (known[feature] ?? 0) + 1;
        }
    counts[feature] = seen;
  }
  const sketches = new Map<number, Uint32Array>();
  for (const feature of NUMBERS) {
    const seen = new Uint32Array(SKETCH);
    for (let at = feature; at < rows.length; at += WIDTH) {
      const value = rows[at] ?? 0;
      if (value === 0) continue;
      seen[value % SKETCH] = (seen[value % SKETCH] ?? 0) + 1;
      known[feature] = (known[feature] ?? 0) + 1;
    }
    sketches.set(feature, seen);
  }
  return { counts, known, sketches };
}

/** The feature whose value says how rare an exact agreement in a dimension is. */
export function featureOf(dimension: number): number {
  return FEATURE_OF[dimension] ?? -1;
}

const FEATURE_OF: readonly number[] = (() => {
  const features = new Array<number>(16).fill(-1);
  features[DIMENSION.given] = AT.given;
  features[DIMENSION.surname] = AT.surname;
  features[DIMENSION.email] = AT.email;
  features[DIMENSION.phone] = AT.phone;
  features[DIMENSION.street] = AT.place;
  features[DIMENSION.area] = AT.zip;
  features[DIMENSION.dob] = AT.dob;
  features[DIMENSION.company] = AT.company;
  for (let other = 0; other < MOST_OTHERS; other += 1) features[DIMENSION.other + other] = AT.other + other;
  return features;
})();

/**
 * The chance that another record, picked at random, has this value too. The record itself is
 * left out of the count, and at least one other is assumed: we are looking at a pair.
 */
export function shareOf(frequencies: Frequencies, feature: number, value: number): number {
  const counts = frequencies.counts[feature];
  const count = counts === undefined ? (frequencies.sketches.get(feature)?.[value % SKETCH] ?? 0) : (counts[value] ?? 0);
  return Math.max(1, count - 1) / Math.max(1, (frequencies.known[feature] ?? 0) - 1);
}
