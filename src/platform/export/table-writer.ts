/** What a column of an exported table holds. Decimals keep their digits; instants are UTC. */
export type ExportType =
  | 'text'
  | 'integer'
  | 'bigint'
  | 'boolean'
  | 'uuid'
  | 'date'
  | 'instant'
  | 'json'
  | 'double'
  | { precision: number; scale: number };

export interface ExportColumn {
  name: string;
  type: ExportType;
}

/** A value as PostgreSQL writes it as text; exact for every type. */
export type ExportValue = string | null;

/** Takes the rows of one table, in order. Memory does not grow with their number. */
export interface TableWriter {
  write(rows: readonly (readonly ExportValue[])[]): Promise<void>;
  /** Completes the file; until then nothing stands under its name. */
  finish(): Promise<void>;
  /** Gives up and removes what was written. */
  abort(): Promise<void>;
}

export const EXPORT_FORMATS = ['csv', 'xlsx', 'jsonl', 'parquet'] as const;
export type ExportFormat = (typeof EXPORT_FORMATS)[number];
