import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { agreeTwice } from '../compare/agreements.ts';
import { openFeatures, type PackedFeatures } from '../features/packed-features.ts';
import { readFeatures } from '../features/read-features.ts';
import type { Layout } from '../features/layout.ts';
import { type PackedPool, TextPool } from '../features/text-pool.ts';
import { keyRecords } from '../propose/block-keys.ts';
import { type Blocks, buildBlocks, forEachPair } from '../propose/propose-pairs.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import { type PairColumns, PairList } from '../train/pair-list.ts';
import { PairWeigher } from '../train/pair-weigher.ts';
import { openColumn, type PackedColumn } from './packed-columns.ts';

/** Which share of the work: `part` of `parts`. */
export interface Share {
  part: number;
  parts: number;
}

/** A piece of work that any thread can do; its input and output can be sent. */
export interface Task<Input, Output> {
  name: string;
  run: (input: Input) => Output;
}

/** Reads records into their rows, with a pool of their own. */
export const READ: Task<{ columns: PackedColumn[]; layout: Layout; rows: Uint32Array; firstRow: number; records: number }, PackedPool> = {
  name: 'read',
  run: ({ columns, layout, rows, firstRow, records }) => {
    const pool = new TextPool(records * 2);
    readFeatures({ ids: [], columns: columns.map(openColumn) }, layout, pool, rows, firstRow);
    return pool.pack();
  },
};

/** Keys of a share of the records. */
export const KEY: Task<Share & { features: PackedFeatures; keys: Uint32Array }, null> = {
  name: 'key',
  run: ({ features, keys, part, parts }) => {
    keyRecords(openFeatures(features), startOf(features.count, part, parts), startOf(features.count, part + 1, parts), keys);
    return null;
  },
};

/** Blocks of a share of the kinds of keys. */
export const BLOCK: Task<Share & { keys: Uint32Array }, Blocks> = {
  name: 'block',
  run: ({ keys, part, parts }) => buildBlocks(keys, part, parts),
};

/** Pairs of a share of the keys, and for each kind of key where its pairs begin. */
export const COMPARE: Task<
  Share & { features: PackedFeatures; keys: Uint32Array; blocks: Blocks },
  { pairs: PairColumns; starts: number[] }
> = {
  name: 'compare',
  run: ({ features, keys, blocks, part, parts }) => {
    const open = openFeatures(features);
    const found = new PairList();
    const pattern: Pattern = { low: 0, high: 0 };
    const starts: number[] = [];
    forEachPair(keys, blocks, part, parts, (first, second, kind) => {
      while (starts.length <= kind) starts.push(found.size);
      comparePair(open, first, second, pattern);
      // Pairs that only a small file's common key proposed: nearly all are strangers, and look it.
      if (blocks.kinds[kind]?.isEverybody === true && !agreeTwice(pattern.low, pattern.high)) return;
      found.add(first, second, pattern.low, pattern.high);
    });
    while (starts.length <= blocks.kinds.length) starts.push(found.size);
    const { first, second, low, high, size } = found;
    return { pairs: { first, second, low, high, size }, starts };
  },
};

/** Odds of a share of the pairs. */
export const WEIGH: Task<
  Share & { features: PackedFeatures; frequencies: Frequencies; weights: Weights; pairs: PairColumns; odds: Float64Array },
  null
> = {
  name: 'weigh',
  run: ({ features, frequencies, weights, pairs, odds, part, parts }) => {
    const weigher = new PairWeigher(openFeatures(features), frequencies, weights);
    weigher.weighPairs(pairs, startOf(pairs.size, part, parts), startOf(pairs.size, part + 1, parts), odds);
    return null;
  },
};

export const TASKS = [READ, KEY, BLOCK, COMPARE, WEIGH] as const;

/** Where a share of so many things begins. */
export function startOf(count: number, part: number, parts: number): number {
  return Math.floor((count * part) / parts);
}
