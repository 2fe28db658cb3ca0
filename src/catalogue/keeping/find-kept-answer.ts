import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './find-kept-answer.sql';

export interface WantedKeptAnswer {
  /** Fingerprint of what is asked. */
  asked: string;
  /** State of the data in this transaction's snapshot. */
  dataState: string;
}

/** The answer, or what a receipt counts, kept for what is asked at this state of the data; undefined when nothing is. */
export async function findKeptAnswer<Kept>(transaction: BusinessTransaction, wanted: WantedKeptAnswer): Promise<Kept | undefined> {
  const [kept] = await transaction.rows<{ answer: string }>(statement, [transaction.businessId, wanted.asked, wanted.dataState]);
  if (kept === undefined) return undefined;
  const answer: Kept = JSON.parse(kept.answer);
  return answer;
}
