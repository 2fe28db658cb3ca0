import Papa from 'papaparse';
import type { ParseResult } from 'papaparse';
import type { Dialect } from './detect-dialect.ts';
import { oversized, OVERSIZED_CELL, REPLACEMENT, type RowFault, type SourceRow, unreadableBytes } from './source-table.ts';

export interface ParsedWindow {
  rows: SourceRow[];
  /** Characters of the window that the rows cover, line ends included. */
  consumed: number;
  nextLine: number;
  /** True when reading stopped at a broken quote and must resume at `consumed`. */
  mended: boolean;
}

interface Situation {
  /** The window reaches the end of the file, so its last line is complete. */
  isLast: boolean;
  keepRaw: boolean;
}

/** Parses one stretch of text whose lines end in LF; `line` is the physical line it begins with. */
export function parseWindow(text: string, line: number, dialect: Dialect, situation: Situation): ParsedWindow {
  const parser = new Papa.Parser({ delimiter: dialect.delimiter, newline: '\n' });
  const result: ParseResult<string[]> = parser.parse(text, 0, !situation.isLast);
  const records = result.data;
  // After a final line end papaparse reports one more, empty record that no line stands for.
  if (situation.isLast && text.endsWith('\n') && isBlank(records.at(-1))) records.pop();
  const complaints = complaintsByRow(result);
  const covered = situation.isLast ? text.length : result.meta.cursor;
  const isPlain =
    complaints.size === 0 &&
    !situation.keepRaw &&
    text.length <= OVERSIZED_CELL &&
    !text.includes(REPLACEMENT) &&
    countLineEnds(text, covered, situation.isLast) === records.length;
  if (isPlain) return plainRows(records, line, covered);
  return examinedRows(text, records, complaints, line, dialect, situation);
}

function plainRows(records: string[][], line: number, consumed: number): ParsedWindow {
  const rows: SourceRow[] = [];
  for (const cells of records) rows.push({ line: line + rows.length, cells: withoutCarriageReturn(cells) });
  return { rows, consumed, nextLine: line + records.length, mended: false };
}

function examinedRows(
  text: string,
  records: string[][],
  complaints: Map<number, string>,
  firstLine: number,
  dialect: Dialect,
  situation: Situation,
): ParsedWindow {
  const rows: SourceRow[] = [];
  let line = firstLine;
  let start = 0;
  for (let index = 0; index < records.length; index++) {
    const cells = records[index] ?? [];
    const innerLineEnds = lineEndsWithin(cells);
    const complaint = complaints.get(index);
    const isRagged = dialect.width > 0 && cells.length !== dialect.width;
    const isBroken = complaint === 'MissingQuotes' || (complaint !== undefined && (innerLineEnds > 0 || isRagged));
    if (isBroken || (innerLineEnds > 0 && isRagged)) {
      const end = lineEndFrom(text, start);
      const raw = trimmedLine(text, start, end);
      rows.push({ line, cells: raw.split(dialect.delimiter), raw, fault: brokenQuotes(innerLineEnds) });
      const consumed = Math.min(end + 1, text.length);
      return { rows, consumed, nextLine: line + 1, mended: true };
    }

    let end = lineEndFrom(text, start);
    for (let i = 0; i < innerLineEnds; i++) end = lineEndFrom(text, end + 1);
    const fault = faultOf(cells);
    const row: SourceRow = { line, cells: withoutCarriageReturn(cells) };
    if (fault !== undefined) row.fault = fault;
    if (fault !== undefined || situation.keepRaw) row.raw = trimmedLine(text, start, end);
    rows.push(row);
    line += 1 + innerLineEnds;
    start = Math.min(end + 1, text.length);
  }
  return { rows, consumed: start, nextLine: line, mended: false };
}

function complaintsByRow(result: ParseResult<string[]>): Map<number, string> {
  const byRow = new Map<number, string>();
  for (const error of result.errors) {
    if (error.row === undefined || error.row >= result.data.length) continue;
    if (byRow.get(error.row) !== 'MissingQuotes') byRow.set(error.row, error.code);
  }
  return byRow;
}

function isBlank(cells: string[] | undefined): boolean {
  return cells !== undefined && cells.length === 1 && cells[0] === '';
}

function countLineEnds(text: string, end: number, isLast: boolean): number {
  let count = 0;
  let at = text.indexOf('\n');
  while (at >= 0 && at < end) {
    count++;
    at = text.indexOf('\n', at + 1);
  }
  return isLast && end > 0 && !text.endsWith('\n') ? count + 1 : count;
}

function lineEndsWithin(cells: string[]): number {
  let count = 0;
  for (const cell of cells) {
    let at = cell.indexOf('\n');
    while (at >= 0) {
      count++;
      at = cell.indexOf('\n', at + 1);
    }
  }
  return count;
}

function lineEndFrom(text: string, start: number): number {
  const end = text.indexOf('\n', start);
  return end < 0 ? text.length : end;
}

function trimmedLine(text: string, start: number, end: number): string {
  let last = end;
  while (last > start && text.charCodeAt(last - 1) === 13) last--;
  return text.slice(start, last);
}

/** The CR of a CRLF is left on the last cell, because the parser is told that lines end in LF. */
function withoutCarriageReturn(cells: string[]): string[] {
  const last = cells.length - 1;
  const cell = cells[last] ?? '';
  if (cell.charCodeAt(cell.length - 1) === 13) cells[last] = cell.replace(/\r+$/, '');
  return cells;
}

function faultOf(cells: string[]): RowFault | undefined {
  let longest = 0;
  let isUnreadable = false;
  for (const cell of cells) {
    if (cell.length > longest) longest = cell.length;
    if (!isUnreadable && cell.includes(REPLACEMENT)) isUnreadable = true;
  }
  if (longest > OVERSIZED_CELL) return oversized(longest);
  return isUnreadable ? unreadableBytes() : undefined;
}

function brokenQuotes(swallowedLines: number): RowFault {
  const swallowed = swallowedLines > 0 ? ` It would have swallowed ${swallowedLines} following line(s), which were read on their own.` : '';
  return {
    code: 'broken_quotes',
    message: `This line holds a quotation mark that opens a cell and is not properly closed.${swallowed} Double the mark ("") or remove it.`,
  };
}
