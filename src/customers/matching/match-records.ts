import { DOUBTED, mostOdds } from './compare/agreements.ts';
import { findCopies } from './copies/find-copies.ts';
import { foldCopies, unfoldFound, unfoldGroups } from './copies/fold-copies.ts';
import type { Features } from './features/features.ts';
import { groupLinks, type Grouping } from './group/group-links.ts';
import { joinSurely } from './group/join-surely.ts';
import type { KeyKindStats } from './propose/propose-pairs.ts';
import type { RecordTable } from './record-table.ts';
import { Crew, type CrewSize } from './threads/crew.ts';
import { shareComparing, shareReading, shareWeighing } from './threads/share-steps.ts';
import { countFrequencies, type Frequencies } from './train/frequencies.ts';
import { learnWeights } from './train/learn-weights.ts';
import type { Weights } from './train/model.ts';
import type { PairList } from './train/pair-list.ts';
import { probabilityOf } from './train/pair-weigher.ts';
import { sampleStrangers, strangerShares } from './train/sample-strangers.ts';

export interface MatchOptions {
  /** Probability from which two records are one person without being asked. */
  threshold?: number;
  /** Threads to share the work with; by itself as many as there are cores, for files where that pays. */
  crew?: CrewSize;
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
  const crew = new Crew(table.ids.length, options.crew);
  try {
    return match(table, crew, options);
  } finally {
    crew.dismiss();
  }
}

function match(table: RecordTable, crew: Crew, options: MatchOptions): MatchResult {
  let started = performance.now();
  const told = <T>(name: string, result: T): T => {
    options.onStep?.(name, performance.now() - started);
    started = performance.now();
    return result;
  };
  const read = shareReading(table, crew);
  const copies = findCopies(read);
  const features = told('read', copies === undefined ? read : foldCopies(read, copies));
  const { pairs, keyKinds } = told('compare', shareComparing(features, crew));
  const { frequencies, weights, odds } = learn(features, pairs, crew, told);
  const doubted = doubt(pairs, odds);
  const threshold = options.threshold ?? DEFAULT_THRESHOLD;
  const believed = threshold < DOUBTED ? odds : doubted;
  const grouping = told('group', groupLinks({ features, frequencies, weights, pairs, odds: believed, threshold }));
  const found = { weights, probabilities: doubted.map(probabilityOf), keyKinds, features: read };
  if (copies === undefined) return { ...grouping, ...found, frequencies, pairs };
  return { ...unfoldGroups(grouping, copies), ...found, ...unfoldFound(pairs, frequencies, copies) };
}

/** Odds (ln) from which two records are taken for one person when whole names are counted: about three in four. */
const LIKELY = 1;

/** The odds, but no pair surer than what agrees in it allows. */
function doubt({ low, high }: PairList, odds: Float64Array): Float64Array {
  return Float64Array.from(odds, (found, pair) => (found <= 0 ? found : Math.min(found, mostOdds(low[pair] ?? 0, high[pair] ?? 0))));
}

/**
 * Learns twice. The first time every record is somebody, so values look more common than they
 * are; the second time people found by then are counted once.
 */
function learn(
  features: Features,
  pairs: PairList,
  crew: Crew,
  told: <T>(name: string, result: T) => T,
): { frequencies: Frequencies; weights: Weights; odds: Float64Array } {
  const roughly = countFrequencies(features);
  const strangers = sampleStrangers(features);
  const guess = learnWeights(features, roughly, strangerShares(strangers, roughly), pairs, { rounds: 12, pairs: 40_000 });
  const odds = shareWeighing({ features, frequencies: roughly, weights: guess, pairs }, crew);
  const people = told('guess', joinSurely(features.count, pairs, odds));
  const frequencies = countFrequencies(features, { people, likely: joinSurely(features.count, pairs, odds, LIKELY) });
  const weights = told(
    'train',
    learnWeights(features, frequencies, strangerShares(strangers, frequencies), pairs, { rounds: 12, pairs: 120_000 }, guess),
  );
  return { frequencies, weights, odds: told('score', shareWeighing({ features, frequencies, weights, pairs }, crew)) };
}
