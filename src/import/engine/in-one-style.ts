import type { FileKind } from '../file-kind.ts';
import type { SourceRow } from '../formats/read-tables.ts';
import { serialDateText } from '../formats/xlsx/cell-text.ts';

/** How a file writes what may be written in two ways; judged from its first rows. */
interface Style {
  /** 1.234,50 */
  hasDecimalCommas: boolean;
  /** 13/5/2026 is the 13th of May. */
  isDayFirst: boolean;
}

export interface StyledTable {
  kind: FileKind;
  /** Column name -> position. */
  positions: ReadonlyMap<string, number>;
  /** Delimiter, date system of a workbook. */
  detail: Readonly<Record<string, string>>;
  format: string;
}

/**
 * Brings the cells of number and date columns into the one way the cell readers know: 1234.50 and
 * M/D/YYYY. Told apart over many rows at once, because no cell says alone whether 3/4/2026 is in
 * March or in April. A row that was changed keeps its original text in `raw`. `note` hears what was found.
 */
export async function* inOneStyle(
  batches: AsyncIterable<SourceRow[]>,
  table: StyledTable,
  note: (text: string) => void,
): AsyncGenerator<SourceRow[]> {
  const numbers = positionsOf(table, 'number');
  const dates = positionsOf(table, 'date');
  const serials = table.format === 'xlsx' ? (table.detail.dates ?? '1900') : undefined;
  let style: Style | undefined;
  for await (const rows of batches) {
    if (style === undefined) {
      style = findStyle(rows, numbers, dates, table.detail.delimiter);
      if (style.hasDecimalCommas) note('numbers are written with decimal commas and are read so (1.234,50 is 1234.50).');
      if (style.isDayFirst) note('dates are written day first and are read so (3/4/2026 is 3 April 2026).');
    }
    const { hasDecimalCommas, isDayFirst } = style;
    if (hasDecimalCommas || isDayFirst || serials !== undefined) {
      for (const row of rows) {
        const before = row.raw === undefined && (hasDecimalCommas || isDayFirst) ? JSON.stringify(row.cells) : undefined;
        let isChanged = hasDecimalCommas && rewrite(row.cells, numbers, withPoint);
        if (isDayFirst) isChanged = rewrite(row.cells, dates, monthFirst) || isChanged;
        if (serials !== undefined) rewrite(row.cells, dates, (text) => serialDateText(text, serials === '1904'));
        if (isChanged && before !== undefined) row.raw = before;
      }
    }
    yield rows;
  }
}

function positionsOf(table: StyledTable, holds: 'number' | 'date'): number[] {
  return table.kind.columns.flatMap((column) => {
    const position = table.positions.get(column.name);
    return column.holds === holds && position !== undefined ? [position] : [];
  });
}

function rewrite(cells: string[], positions: readonly number[], change: (text: string) => string | undefined): boolean {
  let isChanged = false;
  for (const position of positions) {
    const text = cells[position];
    const changed = text === undefined || text === '' ? undefined : change(text);
    if (changed === undefined) continue;
    cells[position] = changed;
    isChanged = true;
  }
  return isChanged;
}

const DECIMAL_COMMA = /^\D*(?:\d{1,3}(?:[. \u00a0\u202f]\d{3})+|\d+),\d{1,2}\D*$/;
const DECIMAL_POINT = /\d\.\d{1,2}\D*$/;
const SLASHED = /^\s*(\d{1,2})\/(\d{1,2})\/(\d{4}|\d{2})(?!\d)/;

/**
 * Decimal commas only where cells are parted by semicolons, as programs do that write such numbers.
 * Day first when at least two dates can be nothing else, and none can only be month first.
 */
function findStyle(rows: readonly SourceRow[], numbers: readonly number[], dates: readonly number[], delimiter: string | undefined): Style {
  let commas = 0;
  let points = 0;
  const dayFirst = new Set<string>();
  let monthFirst = 0;
  for (const { cells } of rows) {
    for (const position of numbers) {
      const text = cells[position] ?? '';
      if (DECIMAL_COMMA.test(text)) commas += 1;
      else if (DECIMAL_POINT.test(text)) points += 1;
    }
    for (const position of dates) {
      const match = SLASHED.exec(cells[position] ?? '');
      if (match === null) continue;
      const [text, first, second] = [match[0], Number(match[1]), Number(match[2])];
      if (first > 12 && first <= 31 && second >= 1 && second <= 12) dayFirst.add(text);
      else if (second > 12 && second <= 31 && first >= 1 && first <= 12) monthFirst += 1;
    }
  }
  return { hasDecimalCommas: delimiter === ';' && commas > 0 && points === 0, isDayFirst: dayFirst.size > 1 && monthFirst === 0 };
}

function withPoint(text: string): string | undefined {
  return /[.,]/.test(text) ? text.replaceAll('.', '').replace(',', '.') : undefined;
}

function monthFirst(text: string): string | undefined {
  return SLASHED.test(text) ? text.replace(SLASHED, '$2/$1/$3') : undefined;
}
