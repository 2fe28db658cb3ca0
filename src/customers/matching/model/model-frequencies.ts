import type { Features } from '../features/features.ts';
import { isNumber, WIDTH } from '../features/layout.ts';
import { type Frequencies, SKETCH } from '../train/frequencies.ts';
import { sharedNumbers } from '../threads/shared-arrays.ts';
import type { ModelValue, StoredModel } from './stored-model.ts';

/** What is asked of a model's values, for one record's feature. */
export function hashIn({ rows, pool }: Features, record: number, feature: number): number {
  const value = rows[record * WIDTH + feature] ?? 0;
  return isNumber(feature) ? value % SKETCH : pool.hashOf(value);
}

/**
 * A model's counts by the ids these records' texts have. Of a pair that share a value one is
 * taken to be counted (`people` is empty, so nobody is anybody's other): what a pair is worth
 * then does not depend on which records the model was learnt from.
 */
export function modelFrequencies(features: Features, model: StoredModel): Frequencies {
  const nobody = sharedNumbers(0);
  const frequencies: Frequencies = { counts: [], sketches: [], known: model.known, single: model.single, people: nobody, likely: nobody };
  if (features.count < FEW) frequencies.sparse = [];
  const ids = idsOf(features, model.values);
  for (const { feature, hash, people } of model.values)
    noteCount(frequencies, features, { feature, people, at: placeOf(feature, hash, ids) });
  return frequencies;
}

/** Up to here a record's few numbers are looked up in a map. */
const FEW = 5000;

/** Notes how many people have a value; `at` is its id, or its hash where it is a number. */
export function noteCount(
  { counts, sketches, sparse }: Frequencies,
  { pool }: Features,
  { feature, people, at }: { feature: number; people: number; at: number },
): void {
  if (at === 0) return;
  if (sparse !== undefined && isNumber(feature)) {
    sparse[feature] = (sparse[feature] ?? new Map<number, number>()).set(at, people);
    return;
  }
  const columns = isNumber(feature) ? sketches : counts;
  let column = columns[feature] ?? sharedNumbers(isNumber(feature) ? SKETCH : pool.size);
  if (at >= column.length) {
    const longer = sharedNumbers(at * 2);
    longer.set(column);
    column = longer;
  }
  columns[feature] = column;
  column[at] = people;
}

function placeOf(feature: number, hash: number, ids: ReadonlyMap<number, number>): number {
  return isNumber(feature) ? hash : (ids.get(hash) ?? 0);
}

/** Given names that many had when the model was learnt, in the place of those that many have here. */
export function establishByModel(features: Features, model: StoredModel): Features {
  const { nickname } = features.words;
  const established = new Uint8Array(new SharedArrayBuffer(nickname.length));
  for (let id = 1; id < established.length; id += 1) if ((nickname[id] ?? 0) !== 0) established[id] = 1;
  const names = model.values.filter(({ isEstablished }) => isEstablished);
  const ids = idsOf(features, names);
  for (const { hash } of names) established.fill(1, ids.get(hash) ?? 0, (ids.get(hash) ?? -1) + 1);
  return { ...features, words: { ...features.words, established } };
}

/** Ids here of the texts that the values are about, by their hash. */
function idsOf({ pool }: Features, values: readonly ModelValue[]): Map<number, number> {
  const wanted = new Set(values.map(({ hash }) => hash));
  const ids = new Map<number, number>();
  for (let id = 1; id < pool.size; id += 1) if (wanted.has(pool.hashOf(id))) ids.set(pool.hashOf(id), id);
  return ids;
}
