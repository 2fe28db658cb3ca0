import { AT } from '../features/layout.ts';
import type { MatchResult } from '../match-records.ts';
import { WIDTH } from '../features/layout.ts';
import type { Frequencies } from '../train/frequencies.ts';
import { findDroppedKeys } from './model-keys.ts';
import type { ModelValue, StoredModel } from './stored-model.ts';

/**
 * The model behind a match over all records. Values of a single person are left out: another
 * record with one is as likely that person's as if nobody had it. So a model of 400,000 records
 * has 94,000 values, not a million.
 */
export function learnModel(result: MatchResult): StoredModel {
  const { features, frequencies, weights } = result;
  return {
    weights,
    known: frequencies.known,
    single: frequencies.single,
    values: [...valuesOf(result, frequencies)],
    dropped: findDroppedKeys(features),
  };
}

function* valuesOf({ features }: MatchResult, frequencies: Frequencies): Generator<ModelValue> {
  const { pool, words } = features;
  for (let feature = 0; feature < WIDTH; feature += 1) {
    const counts = frequencies.counts[feature];
    for (let id = 1; counts !== undefined && id < counts.length; id += 1) {
      const people = counts[id] ?? 0;
      const isEstablished = feature === AT.given && words.established[id] === 1 && words.nickname[id] === 0;
      if (people > 1 || isEstablished) yield { feature, hash: pool.hashOf(id), people, isEstablished, text: pool.textOf(id) };
    }
    const sketch = frequencies.sketches[feature];
    for (let hash = 0; sketch !== undefined && hash < sketch.length; hash += 1) {
      const people = sketch[hash] ?? 0;
      if (people > 1) yield { feature, hash, people, isEstablished: false, text: null };
    }
  }
}
