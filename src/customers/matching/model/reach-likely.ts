import { comparePair, type Pattern } from '../compare/compare-pair.ts';
import { groundToLook } from '../compare/worth-a-look.ts';
import type { Features } from '../features/features.ts';
import { SLOTS } from '../propose/block-keys.ts';
import { PairWeigher, probabilityOf } from '../train/pair-weigher.ts';
import { believer } from './group-by-model.ts';
import type { MatchLimits } from './match-by-model.ts';
import { establishByModel, modelFrequencies } from './model-frequencies.ts';
import { keyByModel, MODEL_KINDS } from './model-keys.ts';
import type { StoredModel } from './stored-model.ts';

/**
 * Which records behind the first `own` ones are likely one person with one of those (or worth a look), or with such a one: their positions.
 * Only who is reached is compared any further.
 */
export function reachLikely(read: Features, model: StoredModel, own: number, { automatic, doubtful }: MatchLimits): number[] {
  const features = establishByModel(read, model);
  const oddsOf = believer(features, new PairWeigher(features, modelFrequencies(features, model), model.weights), automatic);
  const pattern: Pattern = { low: 0, high: 0 };
  const isTold = (a: number, b: number): boolean => {
    const probability = probabilityOf(oddsOf(a, b));
    if (probability >= doubtful) return true;
    comparePair(features, Math.min(a, b), Math.max(a, b), pattern);
    return groundToLook(probability, pattern.low, pattern.high) !== null;
  };
  const holders = new KeyHolders(features, model.dropped);
  const reached = new Set<number>();
  const frontier = Array.from({ length: own }, (_, record) => record);
  for (let record = frontier.pop(); record !== undefined; record = frontier.pop())
    for (const other of holders.met(record)) {
      if (other < own || reached.has(other) || !isTold(record, other)) continue;
      reached.add(other);
      frontier.push(other);
    }
  return [...reached].sort((a, b) => a - b);
}

/** Who has which of the kept keys. */
class KeyHolders {
  readonly #keys: Uint32Array;
  readonly #kinds: { slots: readonly number[]; holders: Map<number, number[]> }[];

  constructor(features: Features, dropped: ReadonlySet<number>) {
    this.#keys = keyByModel(features, dropped);
    this.#kinds = MODEL_KINDS.map(({ slots }) => ({ slots, holders: new Map() }));
    for (const { slots, holders } of this.#kinds)
      for (let record = 0; record < features.count; record += 1)
        for (const key of this.#keysOf(record, slots)) {
          const others = holders.get(key);
          if (others === undefined) holders.set(key, [record]);
          else others.push(record);
        }
  }

  /** The others that share a key with a record, each once. */
  met(record: number): Set<number> {
    const met = new Set<number>();
    for (const { slots, holders } of this.#kinds)
      for (const key of this.#keysOf(record, slots)) for (const other of holders.get(key) ?? []) met.add(other);
    met.delete(record);
    return met;
  }

  #keysOf(record: number, slots: readonly number[]): number[] {
    return slots.flatMap((slot) => this.#keys[record * SLOTS + slot] || []);
  }
}
