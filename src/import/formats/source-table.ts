export type RowFaultCode = 'broken_quotes' | 'unreadable_bytes' | 'oversized_cell' | 'broken_json';

export interface RowFault {
  code: RowFaultCode;
  message: string;
}

/** One row as it stands in the file, title lines and header included. */
export interface SourceRow {
  /**
   * 1-based physical line (delimited, JSON lines; the first line of a row that spans several),
   * sheet row (XLSX) or row number (Parquet). 0 for a header row that the file itself does not hold.
   */
  line: number;
  /** Text of each cell, '' when empty, NUL characters removed. */
  cells: string[];
  /** The row's text as in the file: set when `fault` is set, or on every row with `keepRaw`. */
  raw?: string;
  fault?: RowFault;
}

export type TableFormat = 'csv' | 'xlsx' | 'parquet' | 'jsonl';

export interface SourceTable {
  /** Display name: 'x.csv', or 'x.xlsx!jobs' for one sheet of a workbook. */
  name: string;
  format: TableFormat;
  /** What was found out about the file: encoding, delimiter, sheet … */
  detail: Record<string, string>;
  /** Rows in file order, in batches of at most 2,000; nothing is read ahead of the consumer. */
  batches(signal?: AbortSignal): AsyncIterable<SourceRow[]>;
}

export interface OpenOptions {
  /** Sets `raw` on every row of a text format, not only on faulty ones. */
  keepRaw?: boolean;
}

export const BATCH_ROWS = 2000;
/** A cell longer than this (in characters) makes its row faulty. */
export const OVERSIZED_CELL = 1 << 20;
/** No line, and no quoted cell, may pull more characters than this into memory. */
export const LONGEST_LINE = 32 << 20;
/** What stands in for bytes that could not be decoded. */
export const REPLACEMENT = '\uFFFD';

/** The fault of a row with a cell above the limit. */
export function oversized(longest: number): RowFault {
  const mib = (longest / (1 << 20)).toFixed(1);
  return {
    code: 'oversized_cell',
    message: `A cell of this row holds ${mib} Mi characters; at most 1 Mi is expected. Shorten it in the file and import the row again.`,
  };
}

/** The fault of a row that holds bytes its file's encoding cannot explain. */
export function unreadableBytes(): RowFault {
  return {
    code: 'unreadable_bytes',
    message:
      'This row holds bytes that are not valid text in the file’s encoding (shown as \uFFFD). Save the file again as UTF-8, or correct the row.',
  };
}
