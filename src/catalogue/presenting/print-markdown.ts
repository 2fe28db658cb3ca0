import type { Answer, AnswerColumn, AnswerValue } from '../running/answer.ts';
import { printReceipt } from './print-receipt.ts';

/** An answer as Markdown: a table that can be pasted into a page, whole texts, and the receipt below it. */
export function printMarkdown(answer: Answer): string {
  const { columns } = answer;
  const line = (cells: readonly string[]): string => `| ${cells.join(' | ')} |`;
  const rule = columns.map((column) => (isNumber(column) ? '--:' : ':--'));
  const rows = answer.rows.map((row) => line(columns.map((column) => cellText(row[column.name] ?? null, column))));
  const receipt = printReceipt(answer.receipt)
    .split('\n')
    .map((text) => `- ${text.replace(/\s+/g, ' ')}`);
  return [line(columns.map((column) => column.name)), line(rule), ...rows, '', ...receipt].join('\n');
}

function isNumber(column: AnswerColumn): boolean {
  return ['integer', 'number', 'money', 'percent'].includes(column.type);
}

/** What would end a cell or begin markup is written so that it does neither. */
function cellText(value: AnswerValue, column: AnswerColumn): string {
  if (value === null) return '';
  if (typeof value === 'number') return column.type === 'money' || column.type === 'percent' ? value.toFixed(2) : String(value);
  const text = typeof value === 'object' ? JSON.stringify(value) : String(value);
  return text.replace(/\s+/g, ' ').replace(/[\\|`*_[\]<>]/g, '\\$&');
}
