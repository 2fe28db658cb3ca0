import type { Database } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { Answer } from '../running/answer.ts';
import dropOutdatedAnswers from './drop-outdated-answers.sql';
import insertAnswer from './keep-answer.sql';

export interface WorkedOut {
  /** Id of the question. */
  question: string;
  /** State of the data in the snapshot it was read from. */
  dataState: string;
  /** Fingerprint of what was asked. */
  asked: string;
  answer: Answer;
  /** Fingerprint of its receipt. */
  receiptAsked: string;
}

/** Longer ones are lists somebody downloads once; keeping them would cost more than it saves. */
const LONGEST_KEPT = 4_000_000;

/**
 * Keeps an answer, and what its receipt counted for the questions that share it, for as long as
 * the data stays at the state they were worked out at. When the data has changed meanwhile, they
 * are kept and never given again.
 */
export async function keepAnswers(database: Database, businessId: string, worked: WorkedOut): Promise<void> {
  const { question, dataState, answer } = worked;
  const { rowsCounted, excluded, currency, linkCoverage } = answer.receipt;
  const text = JSON.stringify(answer);
  await database.inBusiness(businessId, async (transaction) => {
    const keep = (asked: string, kept: string) => transaction.run(insertAnswer, [businessId, uuidV7(), question, asked, dataState, kept]);
    // A crash that loses a kept answer loses nothing but time: nobody waits for the disk.
    await transaction.run('set local synchronous_commit = off');
    await transaction.run(dropOutdatedAnswers, [businessId, dataState]);
    await keep(worked.receiptAsked, JSON.stringify({ rowsCounted, excluded, currency, linkCoverage }));
    if (text.length <= LONGEST_KEPT) await keep(worked.asked, text);
  });
}
