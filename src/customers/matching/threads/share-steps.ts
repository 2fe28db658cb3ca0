import type { Features } from '../features/features.ts';
import { isNumber, layOut, WIDTH } from '../features/layout.ts';
import { packFeatures } from '../features/packed-features.ts';
import { rankRecords } from '../features/rank-records.ts';
import { readFeatures } from '../features/read-features.ts';
import { TextPool } from '../features/text-pool.ts';
import { keyWords } from '../features/word-keys.ts';
import { SLOTS } from '../propose/block-keys.ts';
import { joinBlocks, type KeyKindStats } from '../propose/propose-pairs.ts';
import type { RecordTable } from '../record-table.ts';
import type { Frequencies } from '../train/frequencies.ts';
import type { Weights } from '../train/model.ts';
import { PairList } from '../train/pair-list.ts';
import type { Crew } from './crew.ts';
import { packColumn } from './packed-columns.ts';
import { sharedFractions, sharedNumbers } from './shared-arrays.ts';
import { BLOCK, COMPARE, KEY, READ, startOf, WEIGH } from './tasks.ts';

/** The features of all records, each thread reading a stretch of them. */
export function shareReading(table: RecordTable, crew: Crew): Features {
  const count = table.ids.length;
  const layout = layOut(table.columns.map(({ kind, name }) => ({ kind, name })));
  const rows = sharedNumbers(count * WIDTH);
  const pool = crew.parts === 1 ? new TextPool(count * 2) : readTogether();
  if (crew.parts === 1) readFeatures(table, layout, pool, rows);
  return { layout, count, rows, pool, words: keyWords(pool, rows), rank: rankRecords(rows, table.ids, pool) };

  function readTogether(): TextPool {
    const pools = crew.share(READ, (part, parts) => {
      const firstRow = startOf(count, part, parts);
      const lastRow = startOf(count, part + 1, parts);
      const columns = table.columns.map((column) => packColumn(column, firstRow, lastRow));
      return { columns, layout, rows, firstRow, records: lastRow - firstRow };
    });
    const whole = new TextPool(count * 2);
    for (const [part, packed] of pools.entries())
      renumber(rows.subarray(startOf(count, part, crew.parts) * WIDTH, startOf(count, part + 1, crew.parts) * WIDTH), whole.takeIn(packed));
    return whole;
  }
}

/** Texts of a part's pool by their ids in the pool of all. */
function renumber(rows: Uint32Array, ids: Uint32Array): void {
  for (let base = 0; base < rows.length; base += WIDTH)
    for (let feature = 0; feature < WIDTH; feature += 1) if (!isNumber(feature)) rows[base + feature] = ids[rows[base + feature] ?? 0] ?? 0;
}

/** Every pair that shares a key, compared; the same pairs in the same order with any number of threads. */
export function shareComparing(features: Features, crew: Crew): { pairs: PairList; keyKinds: KeyKindStats[] } {
  const packed = packFeatures(features);
  const keys = sharedNumbers(features.count * SLOTS);
  crew.share(KEY, (part, parts) => ({ features: packed, keys, part, parts }));
  const blocks = joinBlocks(crew.share(BLOCK, (part, parts) => ({ keys, part, parts })));
  const found = crew.share(COMPARE, (part, parts) => ({ features: packed, keys, blocks, part, parts }));
  const pairs = new PairList(found.reduce((sum, { pairs: { size } }) => sum + size, 1));
  for (const kind of blocks.kinds.keys())
    for (const { pairs: some, starts } of found) pairs.append(some, starts[kind] ?? 0, starts[kind + 1] ?? 0);
  const pairsOf = (kind: number): number => found.reduce((sum, { starts }) => sum + (starts[kind + 1] ?? 0) - (starts[kind] ?? 0), 0);
  return { pairs, keyKinds: blocks.kinds.map(({ stats }, kind) => ({ ...stats, pairs: pairsOf(kind) })) };
}

/** The odds (ln) of every pair. */
export function shareWeighing(
  { features, frequencies, weights, pairs }: { features: Features; frequencies: Frequencies; weights: Weights; pairs: PairList },
  crew: Crew,
): Float64Array {
  const odds = sharedFractions(pairs.size);
  const packed = packFeatures(features);
  const { first, second, low, high, size } = pairs;
  crew.share(WEIGH, (part, parts) => ({
    features: packed,
    frequencies,
    weights,
    pairs: { first, second, low, high, size },
    odds,
    part,
    parts,
  }));
  return odds;
}
