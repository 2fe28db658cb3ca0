import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Standing } from '../resolve/read-standing.ts';

/** Whether a run weighs evidence by the stored model, learns one first, or goes by what was found before. */
export type ModelUse = 'stored' | 'learn' | 'none';

/** Up to here learning takes a few seconds. */
const QUICK = 200_000;
/** Grown by more than this share a model is learnt anew by the next whole run … */
const FRESH_SHARE = 0.2;
/** … and beyond this one it is no longer gone by: its rare values may be common by now. */
const USABLE_SHARE = 1;

/**
 * `always` learns when there is no model or the records outgrew it; `when quick` does so in a
 * business of up to 200,000 records; without either the stored model is used while it fits.
 */
export async function chooseModelUse(
  transaction: BusinessTransaction,
  { model, arrivals }: Standing,
  match: 'always' | 'when quick' | undefined,
): Promise<ModelUse> {
  const grown = model === null ? Infinity : (model.since + arrivals) / Math.max(1, model.learnt);
  if (grown <= FRESH_SHARE) return 'stored';
  if (match === 'always' || (match === 'when quick' && (await isQuick(transaction, arrivals)))) return 'learn';
  return grown <= USABLE_SHARE ? 'stored' : 'none';
}

async function isQuick(transaction: BusinessTransaction, arrived: number): Promise<boolean> {
  const { known } = await transaction.one<{ known: number }>('select count(*) as known from customers.records where business_id = $1', [
    transaction.businessId,
  ]);
  return known + arrived <= QUICK;
}
