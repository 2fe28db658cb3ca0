import type { BusinessTransaction } from '../../platform/database/database.ts';
import { isSqlState } from '../../platform/database/sql-state.ts';
import { Fault } from '../../platform/fault.ts';
import type { ParameterType, Question } from '../question.ts';
import { BUSINESS_PARAMETER } from '../reading/parse-question.ts';
import { bindNamedParameters } from '../reading/bind-named-parameters.ts';
import { standardType } from '../standard-parameters.ts';
import type { SettledParameters } from './settle-parameters.ts';

export interface StatementResult {
  fields: string[];
  rows: unknown[][];
}

const SQL_TYPES: Record<ParameterType, string> = {
  text: 'text',
  integer: 'integer',
  number: 'numeric',
  boolean: 'boolean',
  date: 'date',
  uuid: 'uuid',
  'text[]': 'text[]',
  time_zone: 'text',
  currency: 'text',
  branch: 'uuid',
  sales_person: 'uuid',
  lead_source: 'uuid',
  customer: 'uuid',
};

/** Binds the settled parameters by name and runs the statement; values are never part of its text. */
export async function runStatement(
  transaction: BusinessTransaction,
  question: Question,
  settled: SettledParameters,
  sql: string,
): Promise<StatementResult> {
  const { text, names } = bindNamedParameters(sql, (name) => sqlTypeOf(question, name));
  const values = names.map((name) => (name === BUSINESS_PARAMETER ? transaction.businessId : (settled.bound.get(name) ?? null)));
  try {
    const result = await transaction.client.query<unknown[]>({ text, values, rowMode: 'array' });
    return { fields: result.fields.map((field) => field.name), rows: result.rows };
  } catch (cause) {
    throw explainFailure(question, text, cause);
  }
}

/** A shared receipt also names standard parameters that this question does not take: they are bound as "not given". */
function sqlTypeOf(question: Question, name: string): string {
  if (name === BUSINESS_PARAMETER) return 'uuid';
  const type = question.parameters.find((parameter) => parameter.name === name)?.type ?? standardType(name);
  if (type !== undefined) return SQL_TYPES[type];
  throw new Fault(
    'question_header',
    `The receipt of "${question.id}" uses :${name}, which is neither a parameter of the question nor a standard one.`,
  );
}

function explainFailure(question: Question, text: string, cause: unknown): unknown {
  if (isSqlState(cause, '57014')) {
    return new Fault(
      'question_too_slow',
      `The question "${question.id}" took too long and was stopped. Ask for a shorter span with date_from and date_to, or for one branch.`,
      { exit: 'tryLater', cause },
    );
  }
  if (!(cause instanceof Error) || !('severity' in cause)) return cause;
  const position = 'position' in cause && typeof cause.position === 'string' ? Number(cause.position) : undefined;
  const line = position === undefined ? undefined : text.slice(0, position - 1).split('\n').length;
  return new Fault(
    'question_failed',
    `The statement of "${question.id}" failed${line === undefined ? '' : ` at line ${line}`}: ${cause.message}.`,
    { cause, details: { line } },
  );
}
