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
  return transaction.one<{ dataState: string; answer: Answer | null }>(statement, [transaction.businessId, asked]);
}
