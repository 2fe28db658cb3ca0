import type { ThroughlineModule } from '../platform/app/plug.ts';
import type { BusinessTransaction, Database } from '../platform/database/database.ts';
import { foldersOf } from './question-folders.ts';
import type { Question } from './question.ts';
import { getQuestion } from './reading/find-questions.ts';
import type { Answer } from './running/answer.ts';
import { answerColumns, presentRows } from './running/present-rows.ts';
import { readReceipt } from './running/read-receipt.ts';
import { runStatement } from './running/run-statement.ts';
import { type GivenParameters, settleParameters } from './running/settle-parameters.ts';

export interface WantedAnswer {
  businessId: string;
  id: string;
  parameters?: GivenParameters;
  /** The statement is stopped after so many milliseconds (default 30,000). */
  timeout?: number;
}

/**
 * Answers a question of the catalogue: rows and receipt read in one read-only snapshot of
 * the business. Unknown questions, parameters and names are Faults that list the known ones.
 */
export async function runQuestion(database: Database, modules: readonly ThroughlineModule[], wanted: WantedAnswer): Promise<Answer> {
  const question = getQuestion(foldersOf(modules), wanted.id);
  return database.inBusiness(wanted.businessId, (transaction) => answer(transaction, question, wanted), 'read');
}

async function answer(transaction: BusinessTransaction, question: Question, wanted: WantedAnswer): Promise<Answer> {
  await limitStatements(transaction, wanted.timeout ?? 30_000);
  const readAt = new Date().toISOString();
  const settled = await settleParameters(transaction, question, wanted.parameters ?? {});
  const run = (sql: string) => runStatement(transaction, question, settled, sql);
  const { fields, rows } = await run(question.sql);
  const counts = await readReceipt(question, run);
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
