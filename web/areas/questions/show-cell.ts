import type { AnswerShape } from '../../../contract/questions.ts';
import { showCount, showDay, showInstant, showMoney, showName } from '../../ui/show-values.ts';

type Column = AnswerShape['columns'][number];

const oneDecimal = new Intl.NumberFormat(undefined, { minimumFractionDigits: 1, maximumFractionDigits: 1 });
const decimals = new Intl.NumberFormat(undefined, { maximumFractionDigits: 2 });

export function isNumeric(column: Column): boolean {
  return ['integer', 'number', 'money', 'percent'].includes(column.type);
}

/** A column's name for the head of a table, without a unit that stands behind it anyway. */
export function headOf(column: Column): string {
  return showName(column.type === 'percent' ? column.name.replace(/_(percent|percentage)$/, '') : column.name);
}

/** What stands behind a column's name, unless the name says it already; amounts bring their currency themselves. */
export function unitOf(column: Column): string {
  return column.unit === null || column.type === 'money' || column.name.includes(column.unit) ? '' : column.unit;
}

/** A value of an answer as people read it; a dash for nothing. */
export function showCell(value: unknown, column: Column, about: { currency?: unknown; timeZone: string }): string {
  if (value === null || value === undefined) return '–';
  if (typeof value === 'number') return showNumber(value, column, about.currency);
  if (typeof value === 'boolean') return value ? 'yes' : 'no';
  if (typeof value === 'object') return Array.isArray(value) ? `${value.length} entries` : JSON.stringify(value);
  const text = String(value);
  if (column.type === 'date') return showDay(text);
  return column.type === 'instant' ? showInstant(text, about.timeZone) : text;
}

function showNumber(value: number, column: Column, currency: unknown): string {
  if (column.type === 'money')
    return typeof currency === 'string' && /^[A-Z]{3}$/.test(currency) ? showMoney(value, currency) : decimals.format(value);
  if (column.type === 'percent') return oneDecimal.format(value);
  // Years and the like are counted in nothing and read without separators.
  if (column.type === 'integer') return column.unit === null && value >= 1900 && value <= 2200 ? String(value) : showCount(value);
  return decimals.format(value);
}
