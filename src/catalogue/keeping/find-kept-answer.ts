import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Answer } from '../running/answer.ts';
import statement from './find-kept-answer.sql';

export interface KeptAnswer {
  /** State of the data in this transaction's snapshot. */
  dataState: string;
  /** Null when nothing was kept for this state. */
  answer: Answer | null;
}

/** The kept answer to what was asked, if the data in this snapshot is what it was worked out from. */
export async function findKeptAnswer(transaction: BusinessTransaction, asked: string): Promise<KeptAnswer> {
  const found = await transaction.one<{ dataState: string; answer: string | null }>(statement, [transaction.businessId, asked]);
  const answer: Answer | null = found.answer === null ? null : JSON.parse(found.answer);
  return { dataState: found.dataState, answer };
}
