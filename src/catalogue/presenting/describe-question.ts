import { relative } from 'node:path';
import { projectRoot } from '../../platform/config.ts';
import { readRowSet } from '../drilling/row-set.ts';
import { keysOf, rulesOf } from '../drilling/rows-of-question.ts';
import type { Question } from '../question.ts';

/** A question as JSON, for `query show --json` and the REST door; `rows` says what can be drilled and how. */
export function describeQuestion(question: Question) {
  const { sql, file, receiptFile: _receiptFile, rowsFile: _rowsFile, ...header } = question;
  const rowSet = readRowSet(question);
  const rules = rulesOf(question, rowSet);
  const own = question.columns.flatMap(({ name }) => (rules[name] === undefined ? [] : [[name, rules[name]] as const]));
  const rows = { keys: keysOf(question, rowSet), measures: Object.fromEntries(own) };
  return { ...header, rows, file: relative(projectRoot, file), sql };
}

/** A question as one entry of a list. */
export function listQuestion(question: Question) {
  return {
    id: question.id,
    question: question.question,
    theme: question.theme,
    grain: question.grain,
    dateBasis: question.dateBasis,
    parameters: question.parameters.map((parameter) => parameter.name),
    chart: question.chart,
  };
}
