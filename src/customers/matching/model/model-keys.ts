import type { Features } from '../features/features.ts';
import { KEY_KINDS, keyRecords, largestBlock, SLOTS } from '../propose/block-keys.ts';
import type { Blocks } from '../propose/propose-pairs.ts';
import { sortKeys } from '../propose/sort-keys.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';

/**
 * The few keys that are kept per record, so that whoever a new record may be is found by one look-up
 * each. Of the pairs that all 32 kinds together find from .75 up, these five find 998 in 1,000,
 * and of those above .95 9,995 in 10,000 (400,000 records of households), with 4 keys per record in the place of 16.
 */
const KINDS = ['mailbox', 'phone', 'name', 'surname, initial and zip', 'house number and sound of the street'];

export const MODEL_KINDS = KEY_KINDS.flatMap((kind, order) => (KINDS.includes(kind.name) ? [{ ...kind, order }] : []));

/** The slots of those kinds, in the order in which a record's keys are kept. */
export const MODEL_SLOTS = MODEL_KINDS.flatMap(({ slots }) => slots);

/** All slots of records, those of the kept kinds filled where the model has not dropped the key. */
export function keyByModel(features: Features, dropped: ReadonlySet<number>): Uint32Array {
  const keys = sharedNumbers(features.count * SLOTS);
  keyRecords(features, 0, features.count, keys);
  keepModelKeys(keys, dropped);
  return keys;
}

/** Blanks what the model does not go by. */
export function keepModelKeys(keys: Uint32Array, dropped: ReadonlySet<number>): void {
  const isKept = Uint8Array.from({ length: SLOTS }, (_, slot) => (MODEL_SLOTS.includes(slot) ? 1 : 0));
  for (let base = 0; base < keys.length; base += SLOTS)
    for (let slot = 0; slot < SLOTS; slot += 1) {
      const key = keys[base + slot] ?? 0;
      if (key !== 0 && (isKept[slot] === 0 || dropped.has(key))) keys[base + slot] = 0;
    }
}

/** Keys of the kept kinds that more records share than are worth comparing. */
export function findDroppedKeys(features: Features): Set<number> {
  const keys = keyByModel(features, new Set());
  const dropped = new Set<number>();
  for (const { slots, strength } of MODEL_KINDS) {
    const sorted = sortKeys(keys, SLOTS, slots).keys;
    const largest = largestBlock(strength, features.count);
    for (let from = 0; from < sorted.length; ) {
      let to = from + 1;
      while (to < sorted.length && sorted[to] === sorted[from]) to += 1;
      if (to - from > largest) dropped.add(sorted[from] ?? 0);
      from = to;
    }
  }
  return dropped;
}

/** Records by kept key, none left out for its number: that was settled when the model was learnt. */
export function blocksByModel(keys: Uint32Array): Blocks {
  return {
    kinds: MODEL_KINDS.map(({ name, slots, order }) => ({
      order,
      sorted: sortKeys(keys, SLOTS, slots),
      slots,
      isEverybody: false,
      stats: { name, blocks: 0, pairs: 0, droppedKeys: 0, largestDropped: 0 },
    })),
  };
}
