import { comparePair, type Pattern } from './compare/compare-pair.ts';
import type { Features } from './features/features.ts';
import { layOut, WIDTH } from './features/layout.ts';
import { rankRecords } from './features/rank-records.ts';
import { readFeatures } from './features/read-features.ts';
import { TextPool } from './features/text-pool.ts';
import { keyWords } from './features/word-keys.ts';
import { groupLinks, type Grouping } from './group/group-links.ts';
import { joinSurely } from './group/join-surely.ts';
import { keyRecords, SLOTS } from './propose/block-keys.ts';
import { buildBlocks, forEachPair, type KeyKindStats } from './propose/propose-pairs.ts';
import type { RecordTable } from './record-table.ts';
import { countFrequencies, type Frequencies } from './train/frequencies.ts';
import { learnWeights } from './train/learn-weights.ts';
import type { Weights } from './train/model.ts';
import { PairList } from './train/pair-list.ts';
import { sampleStrangers, strangerShares } from './train/sample-strangers.ts';
import { PairWeigher, probabilityOf } from './train/pair-weigher.ts';

export interface MatchOptions {
  /** Probability from which two records are one person without being asked. */
  threshold?: number;
  /** Told the name of each step and its milliseconds. */
  onStep?: (name: string, milliseconds: number) => void;
}

export interface MatchResult extends Grouping {
  weights: Weights;
  frequencies: Frequencies;
  pairs: PairList;
  /** Probability that each compared pair is one person. */
  probabilities: Float64Array;
  keyKinds: KeyKindStats[];
  features: Features;
}

export const DEFAULT_THRESHOLD = 0.85;

/** Groups the records of a table into people. Pure: the same records give the same groups, in whatever order they stand. */
export function matchRecords(table: RecordTable, options: MatchOptions = {}): MatchResult {
  let started = performance.now();
  const told = <T>(name: string, result: T): T => {
    options.onStep?.(name, performance.now() - started);
    started = performance.now();
    return result;
  };
  const features = told('read', featuresOf(table));
  const keys = new Uint32Array(features.count * SLOTS);
  keyRecords(features, 0, features.count, keys);
  const blocks = told('keys', buildBlocks(keys));
  const pairs = new PairList();
  const pattern: Pattern = { low: 0, high: 0 };
  forEachPair(keys, blocks, 0, 1, (first, second) => {
    comparePair(features, first, second, pattern);
    pairs.add(first, second, pattern.low, pattern.high);
  });
  told('compare', pairs);
  const { frequencies, weights, odds } = learn(features, pairs, told);
  const grouping = told(
    'group',
    groupLinks({ features, frequencies, weights, pairs, odds, threshold: options.threshold ?? DEFAULT_THRESHOLD }),
  );
  return { ...grouping, weights, frequencies, pairs, probabilities: odds.map(probabilityOf), keyKinds: blocks.stats, features };
}

/**
 * Learns twice. The first time every record is somebody, so values look more common than they
 * are; the second time people found by then are counted once.
 */
function learn(
  features: Features,
  pairs: PairList,
  told: <T>(name: string, result: T) => T,
): { frequencies: Frequencies; weights: Weights; odds: Float64Array } {
  const everybody = Uint32Array.from({ length: features.count }, (_, record) => record);
  const roughly = countFrequencies(features, everybody);
  const strangers = sampleStrangers(features);
  const guess = learnWeights(features, roughly, strangerShares(strangers, roughly), pairs, { rounds: 12, pairs: 40_000 });
  const people = joinSurely(features.count, pairs, new PairWeigher(features, roughly, guess).weighAll(pairs));
  told('guess', people);
  const frequencies = countFrequencies(features, people);
  const weights = told(
    'train',
    learnWeights(features, frequencies, strangerShares(strangers, frequencies), pairs, { rounds: 12, pairs: 120_000 }, guess),
  );
  return { frequencies, weights, odds: told('score', new PairWeigher(features, frequencies, weights).weighAll(pairs)) };
}

function featuresOf(table: RecordTable): Features {
  const count = table.ids.length;
  const layout = layOut(table.columns);
  const pool = new TextPool(count * 2);
  const rows = new Uint32Array(count * WIDTH);
  readFeatures(table, layout, pool, rows);
  return { layout, count, rows, pool, words: keyWords(pool, rows), rank: rankRecords(rows, table.ids, pool) };
}
