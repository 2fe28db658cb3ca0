import type { QuirkId } from './quirks.ts';
import type { Random } from './random.ts';

/** A cell written in a way that needs reading: the text in the file and the value it stands for. */
export interface Quirk {
  quirk: QuirkId;
  text: string | number;
  means: string;
}

export type Cell = string | number | Quirk;

export type Fate =
  | { kind: 'created' | 'updated' | 'same' }
  | { kind: 'skipped'; reason: 'blank_row' | 'totals_row' | 'repeated_header' | 'test_record' | 'repeated_row' }
  | { kind: 'quarantined'; code: string };

export interface Row {
  cells: Cell[];
  fate: Fate;
  /** The thing of the world this row tells of; null for rows that must not load. */
  about: object | null;
  /** The whole line as written, where it is not what a well-behaved writer would make of the cells. */
  raw: string | null;
  /** Physical line (delimited) or sheet row (XLSX); set when the sheet is written. */
  line: number;
}

export interface Sheet {
  folder: 'exports' | 'exports-next-month';
  file: string;
  kind: string;
  /** Lines above the header row. */
  titles: string[];
  headers: string[];
  rows: Row[];
  format:
    | { type: 'xlsx'; sheet: string }
    | { type: 'csv'; endOfLine: '\n' | '\r\n'; encoding: 'utf-8' | 'utf-8-bom' | 'utf-16le' | 'windows-1252' };
}

export type Columns<T> = readonly (readonly [header: string, cell: (item: T) => Cell])[];

export const CREATED: Fate = { kind: 'created' };

/** One row per item; `about` is the item's fact that the row carries. */
export function rowsOf<T>(
  columns: Columns<T>,
  items: readonly T[],
  about: (item: T) => object,
  fate: (item: T) => Fate = () => CREATED,
): Row[] {
  return items.map((item) => ({ cells: columns.map(([, cell]) => cell(item)), fate: fate(item), about: about(item), raw: null, line: 0 }));
}

/** A copy of a row with some cells changed, for rows that must be skipped or quarantined. */
export function vary(headers: readonly string[], row: Row, changes: Record<string, Cell>, fate: Fate): Row {
  for (const header of Object.keys(changes)) if (!headers.includes(header)) throw new RangeError(`no header ${header}`);
  const cells = row.cells.map((cell, position) => {
    const change = changes[headers[position] ?? ''];
    return change === undefined ? plain(cell) : change;
  });
  return { cells, fate, about: null, raw: null, line: 0 };
}

/** A row whose cells are all empty but the named ones. */
export function bare(headers: readonly string[], filled: Record<string, Cell>, fate: Fate): Row {
  return { cells: headers.map((header) => filled[header] ?? ''), fate, about: null, raw: null, line: 0 };
}

export const skipped = (reason: Extract<Fate, { kind: 'skipped' }>['reason']): Fate => ({ kind: 'skipped', reason });

export const quarantined = (code: string): Fate => ({ kind: 'quarantined', code });

/** Puts the extra rows at scattered places of the second half, in their order: a repeat must follow its original. */
export function scatter(random: Random, rows: readonly Row[], extra: readonly Row[]): Row[] {
  const half = Math.floor(rows.length / 2);
  const places = extra.map(() => random.whole(half, Math.max(half, rows.length - 4))).sort((a, b) => a - b);
  const result: Row[] = [];
  rows.forEach((row, index) => {
    places.forEach((place, nth) => {
      const added = extra[nth];
      if (place === index && added !== undefined) result.push(added);
    });
    result.push(row);
  });
  return result;
}

/** A row of the first half, where `scatter` puts nothing before it. */
export function early(rows: readonly Row[], nth: number): Row {
  const row = rows[nth];
  if (row === undefined || nth >= rows.length / 2) throw new RangeError(`no early row ${nth}`);
  return row;
}

/** What the cell holds as text. */
export function textOf(cell: Cell): string {
  return typeof cell === 'object' ? String(cell.text) : String(cell);
}

// A copied row is there for its fault, not for the quirks of the row it was copied from.
function plain(cell: Cell): Cell {
  return typeof cell === 'object' ? cell.text : cell;
}
