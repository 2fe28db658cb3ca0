import { DOUBTED, mostOdds } from '../compare/agreements.ts';
import { groundToLook } from '../compare/worth-a-look.ts';
import { packFeatures } from '../features/packed-features.ts';
import type { Features } from '../features/features.ts';
import { DEFAULT_THRESHOLD, type MatchResult } from '../match-records.ts';
import type { RecordTable } from '../record-table.ts';
import { Crew } from '../threads/crew.ts';
import { shareReading, shareWeighing } from '../threads/share-steps.ts';
import { COMPARE } from '../threads/tasks.ts';
import { PairList } from '../train/pair-list.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';
import { believer, groupByModel } from './group-by-model.ts';
import { blocksByModel, keyByModel } from './model-keys.ts';
import { establishByModel, modelFrequencies } from './model-frequencies.ts';
import type { StoredModel } from './stored-model.ts';

/**
 * Probabilities from which two records are one person, and from which they are worth telling.
 * However sure a pair has to be, its group need only hold together at the default threshold: a
 * record that says little is one doubtful pair more, and no contradiction.
 */
export interface MatchLimits {
  automatic: number;
  doubtful: number;
}

/** What a match by a model finds: the pairs from `doubtful` on and those worth a look, and groups. */
export type ModelMatch = Omit<MatchResult, 'keyKinds'>;

/**
 * Groups the records of a table by a model learnt before. What it says of some records is the
 * same whichever others they stand among, as long as whoever they share a key with is there.
 */
export function matchByModel(table: RecordTable, model: StoredModel, limits: MatchLimits): ModelMatch {
  return matchFeatures(readRecords(table), model, limits);
}

/** The features of a table, before a model is known that says which names are established. */
export function readRecords(table: RecordTable): Features {
  const crew = new Crew(table.ids.length);
  try {
    return shareReading(table, crew);
  } finally {
    crew.dismiss();
  }
}

/** The same for records that were read before. */
export function matchFeatures(read: Features, model: StoredModel, limits: MatchLimits): ModelMatch {
  const crew = new Crew(read.count);
  try {
    return match(establishByModel(read, model), model, limits, crew);
  } finally {
    crew.dismiss();
  }
}

function match(features: Features, model: StoredModel, { automatic, doubtful }: MatchLimits, crew: Crew): ModelMatch {
  const { weights } = model;
  const frequencies = modelFrequencies(features, model);
  const compared = compareByModel(features, model, crew);
  const odds = shareWeighing({ features, frequencies, weights, pairs: compared }, crew);
  const isDoubting = automatic >= DOUBTED;
  const pairs = new PairList(1024);
  const kept: number[] = [];
  for (let pair = 0; pair < compared.size; pair += 1) {
    const [low, high] = [compared.low[pair] ?? 0, compared.high[pair] ?? 0];
    const found = odds[pair] ?? 0;
    const believed = isDoubting && found > 0 ? Math.min(found, mostOdds(low, high)) : found;
    const probability = probabilityOf(believed);
    if (probability < doubtful && groundToLook(probability, low, high) === null) continue;
    pairs.add(compared.first[pair] ?? 0, compared.second[pair] ?? 0, low, high);
    kept.push(believed);
  }
  const keptOdds = Float64Array.from(kept);
  const oddsOf = believer(features, new PairWeigher(features, frequencies, weights), automatic);
  const together = Math.min(automatic, DEFAULT_THRESHOLD);
  const grouping = groupByModel(features, pairs, keptOdds, { least: Math.log(together / (1 - together)), oddsOf });
  return { ...grouping, features, frequencies, weights, pairs, probabilities: keptOdds.map(probabilityOf) };
}

/** Every pair that shares a kept key, compared. */
function compareByModel(features: Features, model: StoredModel, crew: Crew): PairList {
  const keys = keyByModel(features, model.dropped);
  const blocks = blocksByModel(keys);
  const packed = packFeatures(features);
  const found = crew.share(COMPARE, (part, parts) => ({ features: packed, keys, blocks, part, parts }));
  const pairs = new PairList(found.reduce((sum, { pairs: { size } }) => sum + size, 1));
  for (const kind of blocks.kinds.keys())
    for (const { pairs: some, starts } of found) pairs.append(some, starts[kind] ?? 0, starts[kind + 1] ?? 0);
  return pairs;
}
