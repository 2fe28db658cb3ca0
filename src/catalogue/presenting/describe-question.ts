import { relative } from 'node:path';
import { projectRoot } from '../../platform/config.ts';
import type { Question } from '../question.ts';

/** A question as JSON, for `query show --json` and the REST door. */
export function describeQuestion(question: Question) {
  const { sql, file, receiptFile: _receiptFile, ...header } = question;
  return { ...header, file: relative(projectRoot, file), sql };
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
