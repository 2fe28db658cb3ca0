import { normaliseHeader } from './normalise-header.ts';
import type { SourceRow } from './source-table.ts';

export interface HeaderColumn {
  name: string;
  /** Header texts that name this column; the column's own name always does. */
  headers: string[];
  /** A file without it is not of this kind. */
  required?: boolean;
  /** Tells this kind from the others. */
  distinctive?: boolean;
}

export interface HeaderSpec {
  kind: string;
  columns: HeaderColumn[];
}

export interface Recognition {
  kind: string;
  /** Share of the kind's distinctive headers that the file has, 0 to 1. */
  score: number;
  /** Index into the rows that were looked at. */
  headerRow: number;
  /** Column name to cell position. */
  positions: Map<string, number>;
  unmapped: { header: string; position: number }[];
}

/** The header row that comes nearest to a kind it is not of. */
export interface NearMiss {
  kind: string;
  /** Where the row stands in the file. */
  line: number;
  /** Headers of the kind that the row has, and required ones that it has not. */
  found: string[];
  missing: string[];
}

const ROWS_LOOKED_AT = 20;
const TOO_CLOSE = 0.1;
/** A shorter header is the beginning of too many others. */
const SHORTEST_PREFIX = 5;

/**
 * Finds which kind of report the first rows belong to and where its header row stands. `best` is
 * missing when no kind fits, or when two fit within a tenth and the file name does not decide.
 * `nearest` is given when none fits.
 */
export function recognise(
  rows: SourceRow[],
  specs: HeaderSpec[],
  fileName: string,
): { best?: Recognition; candidates: Recognition[]; nearest?: NearMiss } {
  const headerRows = rows.slice(0, ROWS_LOOKED_AT).map((row) => row.cells.map(normaliseHeader));
  const candidates: Recognition[] = [];
  for (const spec of specs) {
    const found = bestRow(rows, headerRows, spec);
    if (found !== undefined) candidates.push(found);
  }
  candidates.sort((a, b) => b.score - a.score || b.positions.size - a.positions.size);

  const [first] = candidates;
  if (first === undefined) {
    const nearest = nearMiss(rows, headerRows, specs);
    return nearest === undefined ? { candidates } : { candidates, nearest };
  }
  const rivals = candidates.filter((candidate) => first.score - candidate.score <= TOO_CLOSE);
  if (rivals.length === 1) return { best: first, candidates };
  const named = rivals.filter((rival) => isNamedIn(fileName, rival.kind));
  const [best] = named;
  return named.length === 1 && best !== undefined ? { best, candidates } : { candidates };
}

function bestRow(rows: SourceRow[], headerRows: string[][], spec: HeaderSpec): Recognition | undefined {
  let best: Recognition | undefined;
  headerRows.forEach((headers, headerRow) => {
    const positions = matchColumns(headers, spec.columns);
    if (spec.columns.some((column) => column.required === true && !positions.has(column.name))) return;
    // In a file whose delimiter we do not know the whole header is one text, which merely begins like a column.
    if (positions.size === 1 && !spec.columns.some((column) => wantedHeaders(column).some((wanted) => headers.includes(wanted)))) return;
    const score = shareOfDistinctive(positions, spec.columns);
    if (score === 0 && !spec.columns.some((column) => column.required === true)) return;
    const isBetter = best === undefined || score > best.score || (score === best.score && positions.size > best.positions.size);
    if (!isBetter) return;
    best = { kind: spec.kind, score, headerRow, positions, unmapped: unmapped(rows[headerRow], headers, positions) };
  });
  return best;
}

function nearMiss(rows: SourceRow[], headerRows: string[][], specs: HeaderSpec[]): NearMiss | undefined {
  let nearest: NearMiss | undefined;
  for (const [index, headers] of headerRows.entries()) {
    for (const { kind, columns } of specs) {
      const positions = matchColumns(headers, columns);
      if (positions.size === 0 || positions.size <= (nearest?.found.length ?? 0)) continue;
      const missing = columns.filter((column) => column.required === true && !positions.has(column.name));
      const wanted = missing.length > 0 ? missing : columns.filter((column) => column.distinctive === true && !positions.has(column.name));
      const found = columns.filter((column) => positions.has(column.name));
      nearest = { kind, line: rows[index]?.line ?? index + 1, found: found.map(titleOf), missing: wanted.map(titleOf) };
    }
  }
  return nearest;
}

function titleOf(column: HeaderColumn): string {
  return column.headers[0] ?? column.name;
}

function matchColumns(headers: string[], columns: HeaderColumn[]): Map<string, number> {
  const positions = new Map<string, number>();
  const taken = new Set<number>();
  const claim = (column: string, position: number) => {
    positions.set(column, position);
    taken.add(position);
  };

  for (const column of columns) {
    for (const wanted of wantedHeaders(column)) {
      const position = headers.findIndex((header, index) => header === wanted && !taken.has(index));
      if (position < 0) continue;
      claim(column.name, position);
      break;
    }
  }
  for (const [position, names] of prefixClaims(headers, columns, positions, taken)) {
    const [name] = names;
    if (names.size === 1 && name !== undefined) claim(name, position);
  }
  return positions;
}

/** Headers that merely begin as a column does, where the column has no second one to choose from. */
function prefixClaims(
  headers: string[],
  columns: HeaderColumn[],
  positions: Map<string, number>,
  taken: Set<number>,
): Map<number, Set<string>> {
  const claims = new Map<number, Set<string>>();
  for (const column of columns) {
    if (positions.has(column.name)) continue;
    const prefixes = wantedHeaders(column).filter((wanted) => wanted.length >= SHORTEST_PREFIX);
    const found = headers.flatMap((header, index) =>
      !taken.has(index) && prefixes.some((prefix) => header.startsWith(prefix)) ? [index] : [],
    );
    const [position] = found;
    if (found.length !== 1 || position === undefined) continue;
    claims.set(position, (claims.get(position) ?? new Set()).add(column.name));
  }
  return claims;
}

const wantedCache = new WeakMap<HeaderColumn, string[]>();

function wantedHeaders(column: HeaderColumn): string[] {
  let wanted = wantedCache.get(column);
  if (wanted === undefined) {
    wanted = [...new Set([...column.headers, column.name].map(normaliseHeader))].filter((header) => header !== '');
    wantedCache.set(column, wanted);
  }
  return wanted;
}

function shareOfDistinctive(positions: Map<string, number>, columns: HeaderColumn[]): number {
  const marked = columns.filter((column) => column.distinctive === true);
  const counted = marked.length > 0 ? marked : columns;
  return counted.filter((column) => positions.has(column.name)).length / Math.max(1, counted.length);
}

function unmapped(row: SourceRow | undefined, headers: string[], positions: Map<string, number>) {
  const mapped = new Set(positions.values());
  return (row?.cells ?? []).flatMap((header, position) =>
    headers[position] === '' || mapped.has(position) ? [] : [{ header: header.trim(), position }],
  );
}

/** True when each word of the kind begins a word of the file name: 'bad_leads' in 'bad-leads.xlsx - data.csv'. */
function isNamedIn(fileName: string, kind: string): boolean {
  const words = fileName.toLowerCase().split(/[^\p{L}\p{N}]+/u);
  return kind
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .every((part) => words.some((word) => word.startsWith(part)));
}
