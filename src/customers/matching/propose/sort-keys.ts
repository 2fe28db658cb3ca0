import { sharedNumbers } from '../threads/shared-arrays.ts';

/** Records with a key in any of the given slots, ordered by key. */
export interface SortedKeys {
  keys: Uint32Array;
  records: Uint32Array;
}

/** For so few the two tables of 65,536 digits cost more than the sorting (0.5 ms against 0.01 for a dozen). */
const FEW = 4096;

/** Orders the records by the keys in these slots: a radix sort of two passes of 16 bits. */
export function sortKeys(keys: Uint32Array, width: number, slots: readonly number[]): SortedKeys {
  let count = 0;
  for (const slot of slots) for (let at = slot; at < keys.length; at += width) if (keys[at] !== 0) count += 1;
  let from = { keys: sharedNumbers(count), records: sharedNumbers(count) };
  let filled = 0;
  for (const slot of slots)
    for (let at = slot, record = 0; at < keys.length; at += width, record += 1) {
      const key = keys[at] ?? 0;
      if (key === 0) continue;
      from.keys[filled] = key;
      from.records[filled] = record;
      filled += 1;
    }
  if (count <= FEW) return sortFew(from);
  let to = { keys: sharedNumbers(count), records: sharedNumbers(count) };
  for (const shift of [0, 16]) {
    const ends = new Uint32Array(65537);
    for (let at = 0; at < count; at += 1) {
      const digit = (((from.keys[at] ?? 0) >>> shift) & 0xffff) + 1;
      ends[digit] = (ends[digit] ?? 0) + 1;
    }
    for (let digit = 1; digit <= 65536; digit += 1) ends[digit] = (ends[digit] ?? 0) + (ends[digit - 1] ?? 0);
    for (let at = 0; at < count; at += 1) {
      const key = from.keys[at] ?? 0;
      const digit = (key >>> shift) & 0xffff;
      const place = ends[digit] ?? 0;
      ends[digit] = place + 1;
      to.keys[place] = key;
      to.records[place] = from.records[at] ?? 0;
    }
    [from, to] = [to, from];
  }
  return from;
}

/** The same order by comparing: equal keys stay as they stand. */
function sortFew({ keys, records }: SortedKeys): SortedKeys {
  const order = Array.from(keys, (_, at) => at).sort((x, y) => (keys[x] ?? 0) - (keys[y] ?? 0) || x - y);
  return {
    keys: sharedNumbers(keys.length).map((_, at) => keys[order[at] ?? 0] ?? 0),
    records: sharedNumbers(keys.length).map((_, at) => records[order[at] ?? 0] ?? 0),
  };
}
