import type { BusinessTransaction } from '../platform/database/database.ts';
import { explainPair as explainRecords, type PairExplanation } from './matching/explain/explain-pair.ts';
import { saidIn } from './matching/explain/said-values.ts';
import { tellWeights } from './matching/explain/tell-weights.ts';
import { matchFeatures, readRecords } from './matching/model/match-by-model.ts';
import { loadModel, withValues } from './model/load-model.ts';
import type { EvidenceRow } from './model/find-neighbours.ts';
import { AUTOMATIC, DOUBTFUL } from './proposals/proposal.ts';
import { tableOf } from './proposals/read-evidence.ts';
import readSaid from './read-said.sql';

/** Ways of being written that are weighed per customer: who is written in more is weighed by the fullest. */
const WRITTEN = 8;

/**
 * How likely the model holds two customers to be one, by the pair of their records that speaks most for it, with what each
 * field adds and what would have been enough; null before a first model.
 */
export async function weighCustomers(
  transaction: BusinessTransaction,
  first: string,
  second: string,
): Promise<{ probability: number; reasons: string[] } | null> {
  const model = await loadModel(transaction);
  if (model === null) return null;
  const [ours, theirs] = [await readWritten(transaction, first), await readWritten(transaction, second)];
  const table = tableOf([...ours, ...theirs]);
  const read = readRecords(table);
  const limits = { automatic: AUTOMATIC, doubtful: DOUBTFUL };
  const explainable = matchFeatures(read, await withValues(transaction, model, read), limits);
  let best: PairExplanation | null = null;
  for (let one = 0; one < ours.length; one += 1)
    for (let other = ours.length; other < table.ids.length; other += 1) {
      const found = explainRecords(explainable, one, other, saidIn(table, one, other));
      if (best === null || found.score > best.score) best = found;
    }
  return best === null ? null : { probability: best.probability, reasons: tellWeights(best) };
}

async function readWritten(transaction: BusinessTransaction, customerId: string): Promise<EvidenceRow[]> {
  const { rows } = await transaction.client.query<(string | null)[]>({
    text: readSaid,
    values: [transaction.businessId, customerId, WRITTEN],
    rowMode: 'array',
  });
  return rows;
}
