import type { Features } from '../features/features.ts';
import { WIDTH } from '../features/layout.ts';
import { keyRecords, SLOTS } from '../propose/block-keys.ts';
import { type SortedKeys, sortKeys } from '../propose/sort-keys.ts';
import { keepModelKeys, keyByModel, MODEL_KINDS } from './model-keys.ts';

/** Which records have a key: those there at the start in sorted arrays, later ones in lists. */
export class KeyIndex {
  readonly #kinds: { slots: readonly number[]; sorted: SortedKeys; later: Map<number, number[]> }[];
  readonly #dropped: ReadonlySet<number>;
  readonly #keys = new Uint32Array(SLOTS);

  constructor(features: Features, dropped: ReadonlySet<number>) {
    const keys = keyByModel(features, dropped);
    this.#dropped = dropped;
    this.#kinds = MODEL_KINDS.map(({ slots }) => ({ slots, sorted: sortKeys(keys, SLOTS, slots), later: new Map() }));
  }

  add(features: Features, record: number): void {
    this.#keyOf(features, record);
    for (const { slots, later } of this.#kinds)
      for (const slot of slots) {
        const key = this.#keys[slot] ?? 0;
        if (key === 0) continue;
        const others = later.get(key);
        if (others === undefined) later.set(key, [record]);
        else others.push(record);
      }
  }

  /** The other records that share a key with this one, each once. */
  find(features: Features, record: number): number[] {
    this.#keyOf(features, record);
    const met = new Set<number>();
    for (const { slots, sorted, later } of this.#kinds)
      for (const slot of slots) {
        const key = this.#keys[slot] ?? 0;
        if (key === 0) continue;
        for (let at = firstOf(sorted.keys, key); sorted.keys[at] === key; at += 1) met.add(sorted.records[at] ?? 0);
        for (const other of later.get(key) ?? []) met.add(other);
      }
    met.delete(record);
    return [...met];
  }

  #keyOf(features: Features, record: number): void {
    const rows = features.rows.subarray(record * WIDTH, (record + 1) * WIDTH);
    keyRecords({ ...features, rows, count: 1 }, 0, 1, this.#keys);
    keepModelKeys(this.#keys, this.#dropped);
  }
}

/** Where a key stands first in sorted keys, or would. */
function firstOf(keys: Uint32Array, key: number): number {
  let low = 0;
  let high = keys.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if ((keys[middle] ?? 0) < key) low = middle + 1;
    else high = middle;
  }
  return low;
}
