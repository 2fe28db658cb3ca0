import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { Question } from '../question.ts';
import type { Answer, ReceiptCounts } from './answer.ts';
import { answerColumns, presentRows } from './present-rows.ts';
import { readReceipt } from './read-receipt.ts';
import { runStatement } from './run-statement.ts';
import type { SettledParameters } from './settle-parameters.ts';
import sortWithinGroups from './sort-within-groups.sql';

/** What is run for a question and for its receipt. */
export interface Statements {
  question: string;
  receipt: string;
}

export interface WorkOrder {
  question: Question;
  settled: SettledParameters;
  statements: Statements;
  /** What its receipt counts, when that is known already. */
  counts: ReceiptCounts | undefined;
  /** A statement is stopped after so many milliseconds. */
  timeout: number;
}

/** The answer from the rows as the transaction sees them. */
export async function workOut(transaction: BusinessTransaction, order: WorkOrder): Promise<Answer> {
  const { question, settled, statements } = order;
  await limitStatements(transaction, order.timeout);
  const readAt = new Date().toISOString();
  const run = (sql: string) => runStatement(transaction, question, settled, sql);
  const { fields, rows } = await run(statements.question);
  const counts = order.counts ?? (await readReceipt(question, statements.receipt, run));
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

/**
 * UTC, so that no answer can depend on the session. No JIT, which costs more than these
 * statements take. With 32 MB half of the questions that group by customer went through the disk.
 */
export async function limitStatements(transaction: BusinessTransaction, timeout: number): Promise<void> {
  for (const setting of [`statement_timeout = ${Math.trunc(timeout)}`, "time zone 'UTC'", 'jit = off', "work_mem = '96MB'"])
    await transaction.run(`set local ${setting}`);
  await transaction.run(sortWithinGroups);
}
