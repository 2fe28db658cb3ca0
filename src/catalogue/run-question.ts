import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { findKeptAnswer } from './keeping/find-kept-answer.ts';
import { fingerprint, receiptFingerprint } from './keeping/fingerprint.ts';
import { keepAnswers, type WorkedOut } from './keeping/keep-answers.ts';
import { findOutdatedRows, keepRows } from './keeping/keep-rows.ts';
import { keepRowsLater } from './keeping/keep-rows-later.ts';
import type { KeptTableName } from './keeping/kept-tables.ts';
import { readDataState } from './keeping/read-data-state.ts';
import { readKeptRows } from './keeping/read-kept-rows.ts';
import { foldersOf } from './question-folders.ts';
import type { Question } from './question.ts';
import { getQuestion } from './reading/find-questions.ts';
import type { Answer, ReceiptCounts } from './running/answer.ts';
import { receiptStatement } from './running/read-receipt.ts';
import { type GivenParameters, settleParameters } from './running/settle-parameters.ts';
import { type Statements, workOut } from './running/work-out.ts';

export interface WantedAnswer {
  businessId: string;
  id: string;
  parameters?: GivenParameters;
  /** Whether the answer may wait for kept rows to be brought up to date (default); else they follow behind it. */
  mayWait?: boolean;
  /** The statement is stopped after so many milliseconds (default 30,000). */
  timeout?: number;
}

/**
 * Answers a question of the catalogue: rows and receipt read in one read-only snapshot of
 * the business. What was worked out once is kept and given again while no row of the business
 * has changed. Unknown questions, parameters and names are Faults that list the known ones.
 */
export async function runQuestion(database: Database, modules: readonly ThroughlineModule[], wanted: WantedAnswer): Promise<Answer> {
  const question = getQuestion(foldersOf(modules), wanted.id);
  const ask = (mayLeave: boolean) =>
    database.inBusiness(wanted.businessId, (transaction) => answerOrLeave(transaction, { question, wanted, mayLeave }), 'read');
  let outcome = await ask(true);
  if ('outdated' in outcome) {
    const { outdated } = outcome;
    if (wanted.mayWait !== false) await keepRows(database, wanted.businessId, outdated);
    outcome = await ask(false);
    if (wanted.mayWait === false) void keepRowsLater(database, wanted.businessId, outdated);
  }
  if ('outdated' in outcome) throw new Error('A question that may not leave has left.');
  if (outcome.workedOut !== undefined) await keepAnswers(database, wanted.businessId, outcome.workedOut);
  return outcome.answer;
}

interface Asking {
  question: Question;
  wanted: WantedAnswer;
  /** Whether it may leave for the kept rows to be brought up to date, rather than read the tables themselves. */
  mayLeave: boolean;
}

type Outcome = { outdated: KeptTableName[] } | { answer: Answer; workedOut?: WorkedOut };

async function answerOrLeave(transaction: BusinessTransaction, { question, wanted, mayLeave }: Asking): Promise<Outcome> {
  const receipt = receiptStatement(question);
  const settled = await settleParameters(transaction, question, wanted.parameters ?? {});
  const dataState = await readDataState(transaction);
  const asked = fingerprint(question, receipt, settled);
  const kept = await findKeptAnswer<Answer>(transaction, { asked, dataState });
  if (kept !== undefined) return { answer: kept };

  const receiptAsked = receiptFingerprint(receipt, settled);
  const counts = await findKeptAnswer<ReceiptCounts>(transaction, { asked: receiptAsked, dataState });
  const near = { question: readKeptRows(question.sql), receipt: readKeptRows(receipt) };
  const needed = [...new Set([...near.question.tables, ...(counts === undefined ? near.receipt.tables : [])])];
  const outdated = await findOutdatedRows(transaction, needed);
  if (outdated.length > 0 && mayLeave) return { outdated };

  const statements: Statements =
    outdated.length > 0 ? { question: question.sql, receipt } : { question: near.question.text, receipt: near.receipt.text };
  const answer = await workOut(transaction, { question, settled, statements, counts, timeout: wanted.timeout ?? 30_000 });
  return { answer, workedOut: { question: question.id, dataState, asked, answer, receiptAsked } };
}
