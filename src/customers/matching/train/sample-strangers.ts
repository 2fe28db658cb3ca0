import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { DIMENSIONS, LEVELS, levelOf } from '../compare/dimensions.ts';
import type { Features } from '../features/features.ts';
import { featureOf, type Frequencies, leastKnown } from './frequencies.ts';
import { CELLS } from './model.ts';
import { type PairColumns, PairList } from './pair-list.ts';
import { DIFFERENT_AMONG_STRANGERS, RARE_AMONG_STRANGERS, sameShares } from './shipped-priors.ts';

const SAMPLE = 200_000;

/** Pairs of records picked at random, compared: nearly all are strangers. */
export function sampleStrangers(features: Features): PairList {
  const { count, rank } = features;
  const pairs = new PairList();
  const pattern: Pattern = { low: 0, high: 0 };
  const random = randomNumbers(20_260_101);
  const wanted = Math.min(SAMPLE, count * 40);
  for (let pair = 0; pair < wanted; pair += 1) {
    const first = rank[Math.floor(random() * count)] ?? 0;
    const second = rank[Math.floor(random() * count)] ?? 0;
    if (first === second) continue;
    comparePair(features, first, second, pattern);
    pairs.add(first, second, pattern.low, pattern.high);
  }
  return pairs;
}

/**
 * How often each level occurs among strangers. Exact agreement is computed from the frequencies,
 * a sample would be too small to see it; pairs known to be one person are left out.
 */
export function strangerShares(pairs: PairColumns, frequencies: Frequencies): Float64Array {
  const seen = new Float64Array(CELLS);
  for (let pair = 0; pair < pairs.size; pair += 1) {
    if (frequencies.people[pairs.first[pair] ?? 0] === frequencies.people[pairs.second[pair] ?? 0]) continue;
    for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
      const cell = dimension * LEVELS + levelOf(pairs.low[pair] ?? 0, pairs.high[pair] ?? 0, dimension);
      seen[cell] = (seen[cell] ?? 0) + 1;
    }
  }
  return sharesOf(seen, frequencies, distinctPart(pairs.size, frequencies.people.length));
}

/** Of a small file the same few pairs are picked again and again; each is to count once. */
function distinctPart(picked: number, records: number): number {
  return Math.min(1, (records * (records - 1)) / 2 / Math.max(1, picked));
}

/** Pairs of strangers that are taken to have been met before a file is opened. */
const SHIPPED_PAIRS = 100;

/** Counts as shares; levels that were never met get half a pair. */
function sharesOf(picked: Float64Array, frequencies: Frequencies, part: number): Float64Array {
  const shares = new Float64Array(CELLS);
  const seen = picked.map((count, cell) => count * part + SHIPPED_PAIRS * (DIFFERENT_AMONG_STRANGERS[cell] ?? 0));
  const possible = sameShares();
  for (let dimension = 0; dimension < DIMENSIONS; dimension += 1) {
    const from = dimension * LEVELS;
    let total = 0;
    for (let level = 1; level < LEVELS; level += 1) total += (seen[from + level] ?? 0) + ((possible[from + level] ?? 0) > 0 ? 0.5 : 0);
    if (total === 0) continue;
    for (let level = 1; level < LEVELS; level += 1)
      if ((possible[from + level] ?? 0) > 0)
        shares[from + level] = Math.max(((seen[from + level] ?? 0) + 0.5) / total, RARE_AMONG_STRANGERS[from + level] ?? 0);
    const exact = exactShare(frequencies, featureOf(dimension));
    if (exact > 0) shares[from + 1] = exact;
  }
  return shares;
}

function exactShare(frequencies: Frequencies, feature: number): number {
  const counts = feature < 0 ? undefined : (frequencies.counts[feature] ?? frequencies.sketches[feature]);
  const known = frequencies.known[feature] ?? 0;
  if (counts === undefined || known < 2) return 0;
  let pairs = 0;
  for (const count of counts) pairs += count * (count - 1);
  const people = Math.max(known, leastKnown(feature));
  return Math.max(pairs, frequencies.single[feature] ?? 1) / (people * (people - 1));
}

/** Numbers in [0, 1) from a seed (xorshift): the same sample on every machine. */
function randomNumbers(seed: number): () => number {
  let state = seed;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 4294967296;
  };
}
