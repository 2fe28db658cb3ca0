import type { Question } from '../question.ts';

/** A question's header for a terminal. */
export function printQuestion(question: Question): string {
  return [
    `${question.id} (${question.theme})`,
    question.question,
    '',
    question.definition,
    `Grain: ${question.grain}`,
    `Dated by: ${question.dateBasis}`,
    ...section(
      'Parameters',
      question.parameters.map((parameter) => [
        parameter.name,
        `${parameter.choices?.join('|') ?? parameter.type}${parameter.default === null ? '' : `, default ${String(parameter.default)}`}. ${parameter.meaning}`,
      ]),
    ),
    ...section(
      'Columns',
      question.columns.map((column) => [
        column.name,
        `${column.type}${column.unit === undefined ? '' : ` (${column.unit})`}. ${column.meaning}`,
      ]),
    ),
    ...(question.caveats.length === 0 ? [] : ['', 'Caveats', ...question.caveats.map((caveat) => `  - ${caveat}`)]),
  ].join('\n');
}

function section(title: string, entries: readonly [string, string][]): string[] {
  if (entries.length === 0) return [];
  const width = Math.max(...entries.map(([name]) => name.length));
  return ['', title, ...entries.map(([name, text]) => `  ${name.padEnd(width)}  ${text}`)];
}
