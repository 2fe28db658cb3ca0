import type { QueryResultRow } from 'pg';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Features } from '../matching/features/features.ts';
import { AT } from '../matching/features/layout.ts';
import { hashIn } from '../matching/model/model-frequencies.ts';
import type { ModelValue, StoredModel } from '../matching/model/stored-model.ts';
import { LEVELS } from '../matching/compare/dimensions.ts';
import { CELLS, type PairClass, type Weights } from '../matching/train/model.ts';

interface ModelRow {
  same_pairs: number;
  careless_pairs: number;
  household_pairs: number;
  couple_pairs: number;
  contact_pairs: number;
  lodging_pairs: number;
  unrelated_pairs: number;
  known: number[];
  single: number[];
  dropped_keys: number[];
}

type WeightRow = { dimension: number; level: number } & Record<PairClass['name'], number>;

/** The business's model without its values; null when none was learnt yet. */
export async function loadModel(transaction: BusinessTransaction): Promise<StoredModel | null> {
  const [row] = await transaction.rows<ModelRow>(
    `select
       same_pairs::float8 as same_pairs, careless_pairs::float8 as careless_pairs, household_pairs::float8 as household_pairs, couple_pairs::float8 as couple_pairs,
       contact_pairs::float8 as contact_pairs, lodging_pairs::float8 as lodging_pairs, unrelated_pairs::float8 as unrelated_pairs,
       known::float8[] as known, single::float8[] as single, dropped_keys
     from customers.models where business_id = $1`,
    [transaction.businessId],
  );
  if (row === undefined) return null;
  const cells = await transaction.rows<WeightRow>(
    `select
       dimension, level, same::float8 as same, careless::float8 as careless, household::float8 as household, couple::float8 as couple,
       contact::float8 as contact, lodging::float8 as lodging, unrelated::float8 as unrelated
     from customers.model_weights where business_id = $1`,
    [transaction.businessId],
  );
  return {
    weights: weightsOf(row, cells),
    known: Float64Array.from(row.known),
    single: Float64Array.from(row.single),
    values: [],
    dropped: new Set(row.dropped_keys.map((key) => key >>> 0)),
  };
}

/** The model with the values that these records hold, or with all. */
export async function withValues(transaction: BusinessTransaction, model: StoredModel, features: Features | 'all'): Promise<StoredModel> {
  return { ...model, values: await readValues(transaction, features === 'all' ? 'all' : [...hashesOf(features)]) };
}

/** Values by their hashes, or all. */
export async function readValues(transaction: BusinessTransaction, hashes: readonly number[] | 'all'): Promise<ModelValue[]> {
  const rows =
    hashes === 'all'
      ? await transaction.rows<ModelValue>(VALUES, [transaction.businessId])
      : await transaction.prepared<ModelValue & QueryResultRow>(`${VALUES} and hash = any ($2::bigint[])`, [
          transaction.businessId,
          hashes,
        ]);
  return rows.map((row) => ({ ...row, hash: Number(row.hash) }));
}

const VALUES = `select feature, hash, people, is_established as "isEstablished", value as text from customers.model_values where business_id = $1`;

const ASKED = [AT.given, AT.surname, AT.email, AT.phone, AT.zip, AT.city, AT.company, AT.place, AT.dob, AT.area, AT.fullName];

/** What a model is asked about these records. */
export function hashesOf(features: Features): Set<number> {
  const hashes = new Set<number>();
  for (let record = 0; record < features.count; record += 1) for (const feature of ASKED) hashes.add(hashIn(features, record, feature));
  hashes.delete(0);
  return hashes;
}

function weightsOf(row: ModelRow, cells: readonly WeightRow[]): Weights {
  const classOf = (name: PairClass['name'], pairs: number): PairClass => {
    const shares = new Float64Array(CELLS);
    for (const cell of cells) shares[cell.dimension * LEVELS + cell.level] = cell[name];
    return { name, shares, pairs };
  };
  return {
    same: classOf('same', row.same_pairs),
    careless: classOf('careless', row.careless_pairs),
    related: [
      classOf('household', row.household_pairs),
      classOf('couple', row.couple_pairs),
      classOf('contact', row.contact_pairs),
      classOf('lodging', row.lodging_pairs),
    ],
    unrelated: classOf('unrelated', row.unrelated_pairs),
  };
}
