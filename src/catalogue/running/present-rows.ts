import { Fault } from '../../platform/fault.ts';
import type { ColumnType, Question } from '../question.ts';
import type { AnswerColumn, AnswerValue } from './answer.ts';

/** Columns of a question as the answer names them. */
export function answerColumns(question: Question): AnswerColumn[] {
  return question.columns.map((column) => ({ name: column.name, type: column.type, unit: column.unit ?? UNITS[column.type] ?? null }));
}

const UNITS: Partial<Record<ColumnType, string>> = { money: 'currency', percent: '%' };

/** Rows of the driver as JSON values, in the header's columns; other columns than the header's are a Fault. */
export function presentRows(
  question: Question,
  fields: readonly string[],
  rows: readonly (readonly unknown[])[],
): Record<string, AnswerValue>[] {
  const wanted = question.columns.map((column) => column.name);
  if (wanted.join() !== fields.join()) {
    throw new Fault(
      'question_columns',
      `The question "${question.id}" returned other columns than its header lists. Header: ${wanted.join(', ')}. Statement: ${fields.join(', ')}.`,
    );
  }
  return rows.map((row) =>
    Object.fromEntries(question.columns.map((column, index) => [column.name, presentValue(row[index], column.type)])),
  );
}

/**
 * Numbers are JSON numbers (`numeric` comes as text from the driver), days ISO text,
 * instants ISO text in UTC. A number that JavaScript could not hold exactly stays text.
 */
export function presentValue(value: unknown, type: ColumnType): AnswerValue {
  if (value === null || value === undefined) return null;
  if (value instanceof Date) return value.toISOString();
  if (typeof value === 'string') return isNumeric(type) && digitsOf(value) <= 15 ? Number(value) : value;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  return asJson(value);
}

function isNumeric(type: ColumnType): boolean {
  return type === 'integer' || type === 'number' || type === 'money' || type === 'percent';
}

function digitsOf(text: string): number {
  return text.replace(/^-?0*\.?0*|\D/g, '').length;
}

/** json columns and arrays come parsed; through text, so that only JSON is left. */
function asJson(value: unknown): AnswerValue {
  const parsed: AnswerValue = JSON.parse(JSON.stringify(value));
  return parsed;
}
