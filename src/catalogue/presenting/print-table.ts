import type { Answer, AnswerColumn, AnswerValue } from '../running/answer.ts';

/** Widest a column of text gets on a terminal. */
const WIDEST = 40;

/** An answer as a table for a terminal: numbers to the right, money with two decimals, long texts cut. */
export function printTable(answer: Pick<Answer, 'columns' | 'rows'>): string {
  const { columns } = answer;
  const cells = answer.rows.map((row) => columns.map((column) => cellText(row[column.name] ?? null, column)));
  const widths = columns.map((column, index) => Math.max(column.name.length, ...cells.map((row) => row[index]?.length ?? 0)));
  const line = (values: readonly string[]): string =>
    values
      .map((value, index) => (isNumber(columns[index]) ? value.padStart(widths[index] ?? 0) : value.padEnd(widths[index] ?? 0)))
      .join('  ')
      .trimEnd();
  const rule = widths.map((width) => '─'.repeat(width)).join('  ');
  return [line(columns.map((column) => column.name)), rule, ...cells.map(line)].join('\n');
}

function isNumber(column: AnswerColumn | undefined): boolean {
  return column !== undefined && ['integer', 'number', 'money', 'percent'].includes(column.type);
}

function cellText(value: AnswerValue, column: AnswerColumn): string {
  if (value === null) return '';
  if (typeof value === 'number') return column.type === 'money' || column.type === 'percent' ? value.toFixed(2) : String(value);
  if (Array.isArray(value)) return `${value.length} ${value.length === 1 ? 'entry' : 'entries'}`;
  const text = (typeof value === 'object' ? JSON.stringify(value) : String(value)).replace(/\s+/g, ' ');
  return text.length > WIDEST ? `${text.slice(0, WIDEST - 1)}…` : text;
}
