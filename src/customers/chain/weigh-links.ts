import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type Evidence, explainPair } from '../matching/explain/explain-pair.ts';
import { saidIn } from '../matching/explain/said-values.ts';
import { matchFeatures, readRecords } from '../matching/model/match-by-model.ts';
import type { EvidenceRow } from '../model/find-neighbours.ts';
import { loadModel, withValues } from '../model/load-model.ts';
import { AUTOMATIC, DOUBTFUL } from '../proposals/proposal.ts';
import { tableOf } from '../proposals/read-evidence.ts';
import readWrittenSql from './read-written.sql';

/** What the model makes of a record and the one it hangs on. */
export interface LinkWeight {
  probability: number;
  /** Bits for one person: the sum of all parts. */
  score: number;
  /** The fields that speak, strongest first, then what is held back, then where the sum began. */
  parts: Evidence[];
}

/** Records of one customer that are weighed; of the few who have more, the later ones are told without weights. */
const WEIGHED = 1_000;

/**
 * What all evidence weighs between records of one customer that hang on each other, by the record that hangs. Empty
 * before a first model, and without those of which a record is not among the weighed ones.
 */
export async function weighLinks(
  transaction: BusinessTransaction,
  customerId: string,
  pairs: readonly { record: string; hangsOn: string }[],
): Promise<Map<string, LinkWeight>> {
  const weights = new Map<string, LinkWeight>();
  const model = pairs.length === 0 ? null : await loadModel(transaction);
  if (model === null) return weights;
  const { rows } = await transaction.client.query<[string, ...EvidenceRow]>({
    text: readWrittenSql,
    values: [transaction.businessId, customerId, WEIGHED],
    rowMode: 'array',
  });
  const table = tableOf(rows);
  const places = new Map(table.ids.map((id, place) => [id, place]));
  const read = readRecords(table);
  const explainable = matchFeatures(read, await withValues(transaction, model, read), { automatic: AUTOMATIC, doubtful: DOUBTFUL });
  for (const { record, hangsOn } of pairs) {
    const [one, other] = [places.get(record), places.get(hangsOn)];
    if (one === undefined || other === undefined) continue;
    const { probability, score, evidence, doubt, start } = explainPair(explainable, one, other, saidIn(table, one, other));
    weights.set(record, { probability, score, parts: [...evidence, ...(doubt === undefined ? [] : [doubt]), start] });
  }
  return weights;
}
