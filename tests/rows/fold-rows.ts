import type { Measure, Plain } from '../../src/catalogue/drilling/measure.ts';

export type Row = Record<string, unknown>;

/** A value as PostgreSQL's `::text` has it, as far as keys are concerned. */
export function textOf(value: unknown): string | null {
  if (value === null || value === undefined) return null;
  return value instanceof Date ? value.toISOString() : String(value);
}

/**
 * The figure of a rule over rows, worked out here and not in SQL; `all` are the rows that a share is
 * taken of. Undefined for what is taken from all rows: it has no figure of its own.
 */
export function foldRows(measure: Measure, rows: readonly Row[], all: readonly Row[]): number | string | null | undefined {
  switch (measure.kind) {
    case 'all':
      return undefined;
    case 'plain':
      return fold(measure.of, rows);
    case 'share':
      return ratio(fold(measure.part, rows), fold(measure.part, all), 100);
    default:
      return ratio(fold(measure.part, rows), fold(measure.whole, rows), measure.kind === 'percent' ? 100 : 1);
  }
}

function ratio(part: number | string | null, whole: number | string | null, times: number): number | null {
  return Number(whole ?? 0) === 0 || part === null ? null : (times * Number(part)) / Number(whole);
}

function fold({ how, column, where }: Plain, rows: readonly Row[]): number | string | null {
  const values = rows
    .filter((row) => where.every((flag) => row[flag] === true))
    .map((row) => (column === null ? 1 : row[column]))
    .filter((value) => value !== null && value !== undefined);
  const texts = values.map((value) => textOf(value) ?? '').sort();
  const numbers = values.map(Number).sort((a, b) => a - b);
  const total = numbers.reduce((sum, value) => sum + value, 0);
  switch (how) {
    case 'count':
      return values.length;
    case 'sum':
      return total;
    case 'mean':
      return values.length === 0 ? null : total / values.length;
    case 'distinct':
      return new Set(texts).size;
    case 'first':
      return texts[0] ?? null;
    case 'last':
      return texts.at(-1) ?? null;
    case 'least':
      return numbers[0] ?? null;
    case 'most':
      return numbers.at(-1) ?? null;
    default:
      return percentile(numbers, PERCENTILES[how]);
  }
}

const PERCENTILES = { median: 0.5, p25: 0.25, p75: 0.75, p90: 0.9, p95: 0.95 } as const;

/** Between two neighbours it lies in proportion, as percentile_cont has it. */
function percentile(sorted: readonly number[], part: number): number | null {
  const place = (sorted.length - 1) * part;
  const [below, above] = [sorted[Math.floor(place)], sorted[Math.ceil(place)]];
  if (below === undefined || above === undefined) return null;
  return below + (place - Math.floor(place)) * (above - below);
}
