import { uuidV7 } from '../../platform/uuid.ts';
import { DIMENSION, LEVELS } from '../matching/compare/dimensions.ts';
import { wordsFor } from '../matching/explain/words-for.ts';
import type { StoredModel } from '../matching/model/stored-model.ts';
import { CELLS, type PairClass, type Weights } from '../matching/train/model.ts';
import type { Staging } from '../staging/staging.ts';
import writeValuesSql from './write-model-values.sql';
import writeWeightsSql from './write-model-weights.sql';

/** Puts a newly learnt model in the place of the business's last one. */
export async function saveModel(staging: Staging, model: StoredModel, records: number, now: Date): Promise<void> {
  const { transaction } = staging;
  const { businessId } = transaction;
  for (const table of ['models', 'model_weights', 'model_values'])
    await transaction.run(`delete from customers.${table} where business_id = $1`, [businessId]);
  const { weights } = model;
  await transaction.run(
    `insert into customers.models (
       business_id, id, learnt_at, records, same_pairs, careless_pairs, household_pairs, couple_pairs, contact_pairs, lodging_pairs, unrelated_pairs, known,
       single, dropped_keys
     ) values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)`,
    [
      businessId,
      uuidV7(),
      now,
      records,
      ...classesOf(weights).map(({ pairs }) => pairs),
      [...model.known],
      [...model.single],
      [...model.dropped].map((key) => key | 0),
    ],
  );
  await staging.put('learnt_weights', weightRows(weights));
  await staging.run(writeWeightsSql, [businessId]);
  await staging.put(
    'learnt_values',
    (function* () {
      for (const { hash, feature, people, isEstablished, text } of model.values)
        yield [String(hash), String(feature), String(people), isEstablished ? 't' : 'f', text];
    })(),
  );
  await staging.run(writeValuesSql, [businessId]);
}

function* weightRows(weights: Weights): Generator<string[]> {
  for (let cell = 0; cell < CELLS; cell += 1) {
    const shares = classesOf(weights).map((found) => found.shares[cell] ?? 0);
    if (shares.every((share) => share === 0)) continue;
    const dimension = Math.floor(cell / LEVELS);
    const column = dimension >= DIMENSION.other ? `column ${dimension - DIMENSION.other + 1}` : undefined;
    yield [
      String(dimension),
      String(cell % LEVELS),
      wordsFor({ dimension, level: cell % LEVELS, share: 0, column }),
      ...shares.map(String),
    ];
  }
}

const ORDER: readonly PairClass['name'][] = ['same', 'careless', 'household', 'couple', 'contact', 'lodging', 'unrelated'];

function classesOf({ same, careless, related, unrelated }: Weights): PairClass[] {
  const all = [same, careless, ...related, unrelated];
  return ORDER.map((name) => all.find((found) => found.name === name) ?? { name, shares: new Float64Array(CELLS), pairs: 1 });
}
