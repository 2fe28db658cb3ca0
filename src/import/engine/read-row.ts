import type { SourceRow } from '../formats/read-tables.ts';
import type { FileKind, KindColumn, ReadingContext } from '../file-kind.ts';
import type { ColumnLimit } from './target-columns.ts';
import { targetsOf } from './targets-of.ts';

/** What became of one row of the file. */
export type RowOutcome =
  | { outcome: 'staged'; values: (string | null)[] }
  | { outcome: 'skipped'; reason: string }
  | { outcome: 'quarantined'; code: string; message: string; column: string | null; value: string | null };

export interface RowReaderOptions {
  kind: FileKind;
  /** Column name -> position in the row. */
  positions: ReadonlyMap<string, number>;
  /** The header row's texts. */
  header: readonly string[];
  /** Whether a row with fewer cells than the header is faulty (delimited files). */
  strictWidth: boolean;
  limits: ReadonlyMap<string, ColumnLimit>;
  /** Replacement for what nobody can read; undefined = no rule. */
  repairOf(column: string, text: string): string | undefined;
  /** Zone and currency of a branch's text. */
  contextOf(branch: string): ReadingContext;
  /** Values that a mapping file gives to every row. */
  constants: ReadonlyMap<string, string>;
}

export interface RowReader {
  /** Target columns in the order of `values`. */
  targets: readonly string[];
  read(row: SourceRow): RowOutcome;
}

const TOTALS = /^(grand\s+|sub[\s-]?)?totals?\s*:?$/i;
const TEST_PERSON = /(^|[^\p{L}\p{N}])(test|dummy|placeholder)($|[^\p{L}\p{N}])/iu;
const TEST_BRANCH = /\btest location\b/i;

/**
 * Compiles a kind and a file's header into a reader of its rows. Checks in this order:
 * blank, unreadable, repeated header, totals, ragged, test record, each cell, the key.
 */
export function makeRowReader(options: RowReaderOptions): RowReader {
  const { kind, positions } = options;
  const isPresent = (column: KindColumn) => positions.has(column.name) || options.constants.has(column.name);
  const columns = kind.columns
    .filter(isPresent)
    .map((column) => ({ column, position: positions.get(column.name) ?? -1, constant: options.constants.get(column.name) ?? '' }));
  const { targets, derived } = targetsOf(kind, isPresent);
  const placeOf = new Map(targets.map((name, place) => [name, place]));
  const limits = targets.map((name) => options.limits.get(name));
  const width = options.header.length;
  const headerKey = options.header.map(bare).join('\u0000');
  const personPositions = positionsOf(kind.personColumns, positions);
  const branchPosition = kind.branchColumn === undefined ? -1 : (positions.get(kind.branchColumn) ?? -1);
  const branchConstant = kind.branchColumn === undefined ? '' : (options.constants.get(kind.branchColumn) ?? '');
  const keyPlace = placeOf.get(kind.key) ?? -1;
  let context = options.contextOf('');
  let lastBranch: string | undefined;

  return {
    targets,
    read(row) {
      const { cells } = row;
      if (row.fault !== undefined)
        return { outcome: 'quarantined', code: row.fault.code, message: row.fault.message, column: null, value: null };
      const first = cells.find((cell) => cell.trim() !== '');
      if (first === undefined) return { outcome: 'skipped', reason: 'blank_row' };
      if (isRepeatedHeader(cells, first, options.header, headerKey)) return { outcome: 'skipped', reason: 'repeated_header' };
      if (TOTALS.test(first.trim())) return { outcome: 'skipped', reason: 'totals_row' };
      const raggedness = raggedMessage(cells, width, options.strictWidth);
      if (raggedness !== undefined) return { outcome: 'quarantined', code: 'ragged_row', message: raggedness, column: null, value: null };
      const branch = branchPosition < 0 ? branchConstant : (cells[branchPosition] ?? '');
      if (isTestRecord(cells, personPositions, branch)) return { outcome: 'skipped', reason: 'test_record' };
      if (branch !== lastBranch) {
        lastBranch = branch;
        context = options.contextOf(branch);
      }
      return readCells(cells, context);
    },
  };

  function readCells(cells: readonly string[], rowContext: ReadingContext): RowOutcome {
    const values = new Array<string | null>(targets.length).fill(null);
    let place = 0;
    for (const { column, position, constant } of columns) {
      const text = position < 0 ? constant : (cells[position] ?? '');
      const reading = readCell(column, text, rowContext);
      if (!reading.ok) return unreadableCell(column, text, reading.code, reading.expected);
      for (let index = 0; index < column.to.length; index += 1) {
        const value = reading.values[index] ?? null;
        if (value !== null) {
          const limit = limits[place];
          if (limit !== undefined && !limit.allows(value)) return unreadableCell(column, text, limit.code, limit.expected);
        }
        values[place] = value;
        place += 1;
      }
    }
    for (const column of derived) {
      values[placeOf.get(column.to) ?? place] = column.derive((name) => values[placeOf.get(name) ?? -1] ?? null);
    }
    if (values[keyPlace] === null || values[keyPlace] === undefined) return missingKey(kind);
    return { outcome: 'staged', values };
  }

  function readCell(column: KindColumn, text: string, rowContext: ReadingContext) {
    const reading = column.read(text, rowContext);
    if (reading.ok) return reading;
    const repair = options.repairOf(column.name, text.trim());
    return repair === undefined ? reading : column.read(repair, rowContext);
  }
}

function positionsOf(names: readonly string[], positions: ReadonlyMap<string, number>): number[] {
  return names.flatMap((name) => {
    const position = positions.get(name);
    return position === undefined ? [] : [position];
  });
}

function isRepeatedHeader(cells: readonly string[], first: string, header: readonly string[], headerKey: string): boolean {
  if (!header.some((text) => text.trim() === first.trim())) return false;
  return cells.length >= header.length && cells.slice(0, header.length).map(bare).join('\u0000') === headerKey;
}

function raggedMessage(cells: readonly string[], width: number, strict: boolean): string | undefined {
  for (let position = width; position < cells.length; position += 1) {
    if ((cells[position] ?? '').trim() !== '') {
      return `The header has ${width} columns, this row has ${cells.length} cells. Probably a comma or quote inside a value: correct the row and import it again.`;
    }
  }
  if (strict && cells.length < width)
    return `The header has ${width} columns, this row only ${cells.length} cells. Probably it was cut off: correct the row and import it again.`;
  return undefined;
}

function isTestRecord(cells: readonly string[], personPositions: readonly number[], branch: string): boolean {
  for (const position of personPositions) {
    const name = cells[position] ?? '';
    if (name !== '' && TEST_PERSON.test(name)) return true;
  }
  return branch !== '' && TEST_BRANCH.test(branch);
}

function unreadableCell(column: KindColumn, text: string, code: string, expected: string): RowOutcome {
  const shown = text.length > 200 ? `${text.slice(0, 200)}…` : text;
  return {
    outcome: 'quarantined',
    code,
    message: `${column.headers[0] ?? column.name}: expected ${expected}, found "${shown}".`,
    column: column.name,
    value: shown,
  };
}

function missingKey(kind: FileKind): RowOutcome {
  const column = kind.columns.find((candidate) => candidate.to.includes(kind.key));
  const named = column?.headers[0] ?? 'something that identifies the row';
  return {
    outcome: 'quarantined',
    code: 'missing_key',
    message: `The row has no ${named}, so nothing can be found again by it. Fill it in and import the row again.`,
    column: column?.name ?? null,
    value: null,
  };
}

function bare(text: string): string {
  return text.trim().toLowerCase();
}
