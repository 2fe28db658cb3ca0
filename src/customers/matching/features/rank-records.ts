import { sortKeys } from '../propose/sort-keys.ts';
import { isNumber, WIDTH } from './layout.ts';
import { join, mix, type TextPool } from './text-pool.ts';

/** Records in an order given by what they hold, and by their ids where they hold the same. */
export function rankRecords(rows: Uint32Array, ids: readonly string[], pool: TextPool): Uint32Array {
  const hashes = new Uint32Array(ids.length);
  for (let record = 0; record < ids.length; record += 1) {
    let hash = 7;
    for (let feature = 0; feature < WIDTH; feature += 1) {
      const value = rows[record * WIDTH + feature] ?? 0;
      hash = join(hash, isNumber(feature) ? value : pool.hashOf(value));
    }
    hashes[record] = hash || 1;
  }
  const { keys, records: rank } = sortKeys(hashes, 1, [0]);
  for (let from = 0; from < rank.length; ) {
    let to = from + 1;
    while (to < rank.length && keys[to] === keys[from]) to += 1;
    if (to > from + 1) orderById(rank.subarray(from, to), ids, keys[from] ?? 0);
    from = to;
  }
  return rank;
}

/** Mixed with what they hold, so that of many empty records not always those with the smallest ids come first. */
function orderById(records: Uint32Array, ids: readonly string[], hash: number): void {
  const idOf = (record: number): string => ids[record] ?? '';
  const hashOf = (record: number): number => mix(hash ^ textHash(idOf(record))) & 0xfffff;
  records.sort((left, right) => hashOf(left) - hashOf(right) || compareText(idOf(left), idOf(right)));
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
