import { WIDTH } from './layout.ts';
import { join, mix, type TextPool } from './text-pool.ts';
import { AT } from './layout.ts';

/** Records in an order given by what they hold, and by their ids where they hold the same. */
export function rankRecords(rows: Uint32Array, ids: readonly string[], pool: TextPool): Uint32Array {
  const count = ids.length;
  const hashes = new Float64Array(count);
  for (let record = 0; record < count; record += 1) {
    let hash = 7;
    for (let feature = 0; feature < WIDTH; feature += 1) {
      const value = rows[record * WIDTH + feature] ?? 0;
      hash = join(hash, feature === AT.dob || feature === AT.place ? value : pool.hashOf(value));
    }
    hashes[record] = hash * 1048576 + (mix(hash ^ textHash(ids[record] ?? '')) & 0xfffff);
  }
  const rank = new Uint32Array(count);
  for (let record = 0; record < count; record += 1) rank[record] = record;
  return rank.sort((left, right) => (hashes[left] ?? 0) - (hashes[right] ?? 0) || compareText(ids[left] ?? '', ids[right] ?? ''));
}

function textHash(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at += 1) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function compareText(left: string, right: string): number {
  return left < right ? -1 : left > right ? 1 : 0;
}
