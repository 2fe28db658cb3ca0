import { KEY_KINDS, largestBlock, SLOTS } from './block-keys.ts';
import { type SortedKeys, sortKeys } from './sort-keys.ts';

/** What became of one kind of key. */
export interface KeyKindStats {
  name: string;
  blocks: number;
  /** Pairs met under such a key first and kept for weighing. */
  pairs: number;
  /** Keys held by more records than are compared with each other: generic, left to finer keys. */
  droppedKeys: number;
  largestDropped: number;
}

export interface Blocks {
  kinds: { order: number; sorted: SortedKeys; slots: readonly number[]; isEverybody: boolean; stats: KeyKindStats }[];
}

/**
 * Records by key, kind after kind; kinds nobody has are left out. A key of too many records is taken from all of
 * them (written over with 0): whoever belongs together there shares a finer key as well.
 * Of `parts` threads each takes its share of the kinds; their blocks together are all.
 */
export function buildBlocks(keys: Uint32Array, part: number, parts: number): Blocks {
  const records = keys.length / SLOTS;
  const blocks: Blocks = { kinds: [] };
  for (const [order, { name, slots, strength }] of KEY_KINDS.entries()) {
    if (order % parts !== part) continue;
    const sorted = sortKeys(keys, SLOTS, slots);
    if (sorted.keys.length < 2) continue;
    const stats = dropLargeBlocks(keys, sorted, slots, largestBlock(strength, records), name);
    blocks.kinds.push({ order, sorted, slots, isEverybody: strength === 'everybody', stats });
  }
  return blocks;
}

/** The kinds that several threads have sorted, in their order. */
export function joinBlocks(parts: readonly Blocks[]): Blocks {
  return { kinds: parts.flatMap(({ kinds }) => kinds).sort((left, right) => left.order - right.order) };
}

function dropLargeBlocks(keys: Uint32Array, sorted: SortedKeys, slots: readonly number[], largest: number, name: string): KeyKindStats {
  const stats = { name, blocks: 0, pairs: 0, droppedKeys: 0, largestDropped: 0 };
  forEachBlock(sorted, (from, to) => {
    stats.blocks += 1;
    if (to - from <= largest) return;
    stats.droppedKeys += 1;
    stats.largestDropped = Math.max(stats.largestDropped, to - from);
    const key = sorted.keys[from] ?? 0;
    for (let at = from; at < to; at += 1) {
      const base = (sorted.records[at] ?? 0) * SLOTS;
      for (const slot of slots) if (keys[base + slot] === key) keys[base + slot] = 0;
      sorted.keys[at] = 0;
    }
  });
  return stats;
}

/**
 * Every pair that shares a key, once: under the first kind of key that it shares. Of `parts`
 * threads each takes a range of the keys, so that their pairs kind by kind stand as one thread would have them.
 */
export function forEachPair(
  keys: Uint32Array,
  blocks: Blocks,
  part: number,
  parts: number,
  visit: (first: number, second: number, kind: number) => void,
): void {
  const slots = blocks.kinds.map((kind) => kind.slots);
  for (const [index, { sorted }] of blocks.kinds.entries())
    forEachBlock(sorted, (from, to) => {
      const key = sorted.keys[from] ?? 0;
      if (parts > 1 && Math.floor((key * parts) / 4294967296) !== part) return;
      for (let left = from; left < to; left += 1) {
        const a = sorted.records[left] ?? 0;
        for (let right = left + 1; right < to; right += 1) {
          const b = sorted.records[right] ?? 0;
          if (a !== b && !sharesEarlierKey(keys, a * SLOTS, b * SLOTS, slots, index, key)) visit(Math.min(a, b), Math.max(a, b), index);
        }
      }
    });
}

/** Whether the pair is met elsewhere: under an earlier kind, or under a smaller key of this one. */
function sharesEarlierKey(
  keys: Uint32Array,
  baseA: number,
  baseB: number,
  kinds: readonly (readonly number[])[],
  kind: number,
  found: number,
): boolean {
  for (let earlier = 0; earlier <= kind; earlier += 1) {
    const slots = kinds[earlier] ?? [];
    if (slots.length === 1) {
      if (earlier === kind) return false;
      const slot = slots[0] ?? 0;
      const key = keys[baseA + slot] ?? 0;
      if (key !== 0 && keys[baseB + slot] === key) return true;
      continue;
    }
    for (const slotA of slots) {
      const key = keys[baseA + slotA] ?? 0;
      if (key === 0 || (earlier === kind && key >= found)) continue;
      for (const slotB of slots) if (keys[baseB + slotB] === key) return true;
    }
  }
  return false;
}

function forEachBlock({ keys }: SortedKeys, visit: (from: number, to: number) => void): void {
  let from = 0;
  while (from < keys.length) {
    const key = keys[from];
    let to = from + 1;
    while (to < keys.length && keys[to] === key) to += 1;
    if (key !== 0 && to - from > 1) visit(from, to);
    from = to;
  }
}
