import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';

export interface Dialect {
  delimiter: string;
  /** 'cr' for files of old Macintosh programs, whose lines end in CR alone. */
  lineEnd: 'lf' | 'cr';
  /** Cells in most rows; 0 when unknown. */
  width: number;
}

const DELIMITERS = [',', ';', '\t', '|', '^', '~', '\u0001', '\u001f'];
const SAMPLE = 64 << 10;

/** Delimiter, line end and usual row width, judged from the beginning of the text. */
export function detectDialect(head: string): Dialect {
  const lineEnd = head.includes('\r') && !head.includes('\n') ? 'cr' : 'lf';
  const sample = head.slice(0, SAMPLE).replaceAll('\r', lineEnd === 'cr' ? '\n' : '');
  const isCut = head.length > SAMPLE;

  let best = { delimiter: ',', width: 0, score: -1 };
  for (const delimiter of DELIMITERS) {
    if (!sample.includes(delimiter) && delimiter !== ',') continue;
    const found = scoreDelimiter(sample, delimiter, isCut);
    if (found.score > best.score) best = { delimiter, ...found };
  }
  return { delimiter: best.delimiter, lineEnd, width: best.width };
}

/** How alike the rows become, weighed by how many cells the usual row has. */
function scoreDelimiter(sample: string, delimiter: string, isCut: boolean) {
  const parser = new Papa.Parser({ delimiter, newline: '\n' });
  const result: ParseResult<string[]> = parser.parse(sample, 0, isCut);
  const malformed = new Set(result.errors.map((error) => error.row));

  const widths = new Map<number, number>();
  let counted = 0;
  result.data.forEach((cells, index) => {
    if (malformed.has(index) || (cells.length === 1 && cells[0]?.trim() === '')) return;
    counted++;
    widths.set(cells.length, (widths.get(cells.length) ?? 0) + 1);
  });
  if (counted === 0) return { width: 0, score: 0 };

  let width = 0;
  let rows = 0;
  for (const [candidate, count] of widths) {
    // Title lines of one cell never outvote the table below them on a tie.
    if (count > rows || (count === rows && candidate > width)) {
      width = candidate;
      rows = count;
    }
  }
  const share = rows / counted;
  return { width, score: share * share * (width - 1) };
}
