import type { FileKind } from '../file-kind.ts';
import type { SourceRow } from '../formats/read-tables.ts';

/** A table of a file whose kind and header are known: ready to be loaded. */
export interface PreparedTable {
  /** Display name: the file's, with the sheet when a workbook has several tables. */
  name: string;
  kind: FileKind;
  format: string;
  sheet: string | null;
  detail: Record<string, string>;
  contentHash: string;
  /** Size of the file; null where it says nothing about its rows (compressed formats, replays). */
  bytes: number | null;
  header: readonly string[];
  /** Column name -> position. */
  positions: ReadonlyMap<string, number>;
  constants: ReadonlyMap<string, string>;
  /** Position of a "Throughline Quarantine Row" column: rows of a corrected download name the row they cure. */
  curedRowPosition: number;
  /** What a person should know of how the table is read; grows while it is. */
  notes: string[];
  /** Throws when the file is another one than when it was opened. */
  requireUnchanged?(): void;
  /** Rows after the header. */
  dataRows(signal?: AbortSignal): AsyncIterable<SourceRow[]>;
  /** Quarantined rows that are replayed: line in `dataRows` -> id. */
  replayed?: ReadonlyMap<number, string>;
}
