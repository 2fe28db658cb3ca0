import type { Answer } from '../../src/catalogue/running/answer.ts';
import { cityOf, sellerOf } from './facts.ts';

export type Cell = string | number | boolean | null;
export type Row = Record<string, Cell>;

/**
 * What the answer and the second opinion differ in, line by line; empty when they agree. Only the
 * columns of the opinion are compared; rows are paired by what is no number in them.
 */
export function differencesOf(answer: Answer, opinion: readonly Row[]): string[] {
  const columns = Object.keys(opinion[0] ?? {});
  const missing = columns.filter((name) => !answer.columns.some((column) => column.name === name));
  if (missing.length > 0) return [`the answer has no column ${missing.join(', ')}`];
  const found = sorted(answer.rows.map((row) => columns.map((name) => plain(name, row[name]))));
  const wanted = sorted(opinion.map((row) => columns.map((name) => row[name] ?? null)));
  const lines = found.length === wanted.length ? [] : [`${found.length} rows for ${wanted.length}`];
  for (let index = 0; index < Math.max(found.length, wanted.length); index += 1) {
    const [one, other] = [found[index], wanted[index]];
    const unlike = columns.filter((_name, place) => !isSame(one?.[place], other?.[place]));
    if (unlike.length > 0) lines.push(`${unlike.join(', ')}: answer ${JSON.stringify(one)}, truth ${JSON.stringify(other)}`);
  }
  return lines;
}

/** Names as the truth has them: spellings are the importer's matter, and tested there. */
function plain(name: string, value: unknown): Cell {
  if (value === undefined || value === null) return null;
  if (typeof value === 'number' || typeof value === 'boolean') return value;
  const text = String(value);
  if (/branch/.test(name) || name === 'dimension_value') return sellerOf(cityOf(text)) ?? cityOf(text);
  if (/sales_person|performer|seller/.test(name)) return sellerOf(text) ?? text;
  return text;
}

function sorted(rows: readonly Cell[][]): Cell[][] {
  const keyOf = (row: readonly Cell[]): string =>
    [
      ...row.filter((cell) => typeof cell !== 'number'),
      ...row.filter((cell) => typeof cell === 'number').map((cell) => Number(cell).toFixed(1)),
    ].join('|');
  return [...rows].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1));
}

/** Rounding of halves may differ in the last digit; nothing to add up is null or 0. */
function isSame(one: Cell | undefined, other: Cell | undefined): boolean {
  if (one === null || other === null) return Number(one ?? 0) === 0 && Number(other ?? 0) === 0;
  if (typeof one === 'number' && typeof other === 'number') return Math.abs(one - other) < 0.0101;
  return one === other;
}
