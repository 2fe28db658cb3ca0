import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Features } from '../matching/features/features.ts';
import type { ModelValue, StoredModel } from '../matching/model/stored-model.ts';
import { hashesOf, loadModel, readValues } from './load-model.ts';

/** A model without its values, and what is known of the values that were asked for: nothing, where nobody has one. */
interface KnownModel {
  model: StoredModel;
  values: Map<number, readonly ModelValue[]>;
}

/** Values held of all businesses together, some 150 bytes each. */
const MOST_VALUES = 2_000_000;
const MOST_MODELS = 200;

/**
 * Models that this program read before. What was learnt under an id never changes, so whoever reads the id of the
 * business's model in its own transaction may go by what is held: a model learnt meanwhile has another id.
 */
class KnownModels {
  /** By business and id, the one used longest ago first. */
  readonly #models = new Map<string, KnownModel>();
  readonly #mostValues: number;

  constructor(mostValues: number) {
    this.#mostValues = mostValues;
  }

  /** The business's model, whose id is `id`; null when it has none. Values are given by `valuesIn`. */
  async get(transaction: BusinessTransaction, id: string): Promise<StoredModel | null> {
    const key = `${transaction.businessId} ${id}`;
    const known = this.#models.get(key);
    if (known !== undefined) {
      this.#models.delete(key);
      this.#models.set(key, known);
      return known.model;
    }
    const model = await loadModel(transaction);
    if (model !== null) this.#models.set(key, { model, values: new Map() });
    this.#forgetOldest();
    return model;
  }

  /** The model with the values that these records hold; those never asked for are read. (Reading all 150,000 of a large business at once made one question wait 100 ms and more.) */
  async withValues(transaction: BusinessTransaction, id: string, model: StoredModel, features: Features): Promise<StoredModel> {
    const values = this.#models.get(`${transaction.businessId} ${id}`)?.values ?? new Map<number, readonly ModelValue[]>();
    const hashes = [...hashesOf(features)];
    const unknown = hashes.filter((hash) => !values.has(hash));
    if (unknown.length > 0) {
      const found = byHash(await readValues(transaction, unknown));
      for (const hash of unknown) values.set(hash, found.get(hash) ?? NOBODY);
      this.#forgetOldest();
    }
    return { ...model, values: hashes.flatMap((hash) => values.get(hash) ?? NOBODY) };
  }

  #forgetOldest(): void {
    let held = [...this.#models.values()].reduce((sum, { values }) => sum + values.size, 0);
    for (const [key, { values }] of this.#models) {
      if (held <= this.#mostValues && this.#models.size <= MOST_MODELS) return;
      this.#models.delete(key);
      held -= values.size;
    }
  }
}

const NOBODY: readonly ModelValue[] = [];

export const knownModels = new KnownModels(MOST_VALUES);

function byHash(values: readonly ModelValue[]): Map<number, ModelValue[]> {
  const found = new Map<number, ModelValue[]>();
  for (const value of values) {
    const others = found.get(value.hash);
    if (others === undefined) found.set(value.hash, [value]);
    else others.push(value);
  }
  return found;
}
