import type { Database } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { Answer } from '../running/answer.ts';
import dropOutdatedAnswers from './drop-outdated-answers.sql';
import insertAnswer from './keep-answer.sql';

export interface WorkedOutAnswer {
  businessId: string;
  /** Fingerprint of what was asked. */
  asked: string;
  /** State of the data in the snapshot it was read from. */
  dataState: string;
  answer: Answer;
}

/** Longer ones are lists somebody downloads once; keeping them would cost more than it saves. */
const LONGEST_KEPT = 2_000_000;

/**
 * Keeps an answer for as long as the data stays at the state it was worked out at.
 * When the data has changed meanwhile, it is kept and never given again.
 */
export async function keepAnswer(database: Database, worked: WorkedOutAnswer): Promise<void> {
  const text = JSON.stringify(worked.answer);
  if (text.length > LONGEST_KEPT) return;
  const { businessId, asked, dataState } = worked;
  await database.inBusiness(businessId, async (transaction) => {
    await transaction.run(dropOutdatedAnswers, [businessId, dataState]);
    await transaction.run(insertAnswer, [businessId, uuidV7(), worked.answer.id, asked, dataState, text]);
  });
}
