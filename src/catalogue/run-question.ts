import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { findKeptAnswer } from './keeping/find-kept-answer.ts';
import { fingerprint } from './keeping/fingerprint.ts';
import { keepAnswer } from './keeping/keep-answer.ts';
import { foldersOf } from './question-folders.ts';
import type { Question } from './question.ts';
import { getQuestion } from './reading/find-questions.ts';
import type { Answer } from './running/answer.ts';
import { answerColumns, presentRows } from './running/present-rows.ts';
import { readReceipt, receiptStatement } from './running/read-receipt.ts';
import { runStatement } from './running/run-statement.ts';
import { type GivenParameters, type SettledParameters, settleParameters } from './running/settle-parameters.ts';

export interface WantedAnswer {
  businessId: string;
  id: string;
  parameters?: GivenParameters;
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
  const found = await database.inBusiness(wanted.businessId, (transaction) => findOrWorkOut(transaction, question, wanted), 'read');
  if (!found.isKept) await keepAnswer(database, { businessId: wanted.businessId, ...found });
  return found.answer;
}

interface FoundAnswer {
  asked: string;
  dataState: string;
  isKept: boolean;
  answer: Answer;
}

async function findOrWorkOut(transaction: BusinessTransaction, question: Question, wanted: WantedAnswer): Promise<FoundAnswer> {
  const receiptSql = receiptStatement(question);
  const settled = await settleParameters(transaction, question, wanted.parameters ?? {});
  const asked = fingerprint(question, receiptSql, settled);
  const { dataState, answer: kept } = await findKeptAnswer(transaction, asked);
  if (kept !== null) return { asked, dataState, isKept: true, answer: kept };
  await limitStatements(transaction, wanted.timeout ?? 30_000);
  return { asked, dataState, isKept: false, answer: await workOut(transaction, question, settled, receiptSql) };
}

async function workOut(
  transaction: BusinessTransaction,
  question: Question,
  settled: SettledParameters,
  receiptSql: string,
): Promise<Answer> {
  const readAt = new Date().toISOString();
  const run = (sql: string) => runStatement(transaction, question, settled, sql);
  const { fields, rows } = await run(question.sql);
  const counts = await readReceipt(question, receiptSql, run);
  return {
    id: question.id,
    parameters: settled.shown,
    columns: answerColumns(question),
    rows: presentRows(question, fields, rows),
    receipt: {
      definition: question.definition,
      dateBasis: question.dateBasis,
      timeZone: settled.timeZone,
      asOf: settled.asOf ?? readAt,
      ...counts,
    },
  };
}

/** UTC, so that no answer can depend on the session; no JIT, which costs more than these statements take. */
async function limitStatements(transaction: BusinessTransaction, timeout: number): Promise<void> {
  await transaction.run(`set local statement_timeout = ${Math.trunc(timeout)}`);
  await transaction.run(`set local time zone 'UTC'`);
  await transaction.run('set local jit = off');
}
