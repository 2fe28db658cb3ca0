import type { ExportType, ExportValue } from './table-writer.ts';

/** What a cell of a workbook holds. Text stays text, whatever it begins with: a workbook says of each cell what it is. */
export type XlsxCell = string | number | boolean | Date | null;

/** Longest text a cell may hold; Excel refuses a file with a longer one. */
const LONGEST = 32_767;

/** Days before this are not what Excel shows for their number. */
const FIRST_DAY = Date.UTC(1900, 2, 1);

/**
 * A value as PostgreSQL writes it, as a cell: numbers, days and instants are real ones. What
 * Excel would round (more than 15 digits) or cannot show (the year 1850) stays text.
 */
export function xlsxCell(value: ExportValue, type: ExportType): XlsxCell {
  if (value === null) return null;
  if (type === 'boolean') return value === 't' || value === 'true';
  if (type === 'date' || type === 'instant') return dateCell(value) ?? textCell(value);
  const isNumber = typeof type === 'object' || type === 'integer' || type === 'bigint' || type === 'double';
  return isNumber && isExact(value) ? Number(value) : textCell(value);
}

/** How Excel shows a column; undefined = as it likes. */
export function xlsxFormat(type: ExportType): string | undefined {
  if (type === 'date') return 'yyyy-mm-dd';
  if (type === 'instant') return 'yyyy-mm-dd hh:mm:ss';
  if (type === 'integer' || type === 'bigint') return '0';
  return typeof type === 'object' ? `#,##0${type.scale === 0 ? '' : `.${'0'.repeat(type.scale)}`}` : undefined;
}

/** A workbook writes odd characters as _x0001_, so a text that looks like that is written as what it is. */
export function textCell(text: string): string {
  const cut = text.length > LONGEST ? `${text.slice(0, LONGEST - 1)}…` : text;
  return cut.replace(/_(?=x[0-9A-Fa-f]{4}_)/g, '_x005F_');
}

function isExact(text: string): boolean {
  return /^-?\d+(\.\d+)?(e[+-]?\d+)?$/i.test(text) && text.replace(/e.*$/i, '').replace(/^-?0*\.?0*|\D/g, '').length <= 15;
}

/** The session that wrote an instant is in UTC, and so is the cell: Excel knows no zones. */
function dateCell(text: string): Date | undefined {
  const parts = /^(\d{4}-\d\d-\d\d)(?:[ T](\d\d:\d\d:\d\d(?:\.\d+)?)(?:\+00(?::00)?|Z))?$/.exec(text);
  if (parts === null) return undefined;
  const date = new Date(`${parts[1]}T${parts[2] ?? '00:00:00'}Z`);
  return Number.isNaN(date.getTime()) || date.getTime() < FIRST_DAY ? undefined : date;
}
