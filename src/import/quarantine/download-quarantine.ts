import { stringify } from 'csv-stringify/sync';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { CURED_ROW_HEADER } from '../engine/prepare-tables.ts';

export interface QuarantineDownload {
  /** File name to save it under. */
  name: string;
  kind: string;
  rows: number;
  csv: string;
}

interface QuarantinedFile {
  file_id: string;
  name: string;
  kind: string;
  header: string[];
}

/**
 * The open quarantined rows as CSV files that import as they are, one per original file:
 * its own header, the cells as they came, and a last column that names the quarantined row,
 * so that a corrected row takes it out of quarantine.
 */
export async function downloadQuarantine(
  transaction: BusinessTransaction,
  only: { kind?: string | undefined; fileId?: string | undefined } = {},
): Promise<QuarantineDownload[]> {
  const files = await transaction.rows<QuarantinedFile>(
    `select distinct file.id as file_id, file.name, file.kind, file.header
     from import.quarantined_rows as quarantined
     join import.files as file on file.business_id = $1 and file.id = quarantined.file_id
     where quarantined.business_id = $1 and quarantined.state = 'open' and ($2::text is null or quarantined.kind = $2) and ($3::uuid is null or file.id = $3)
     order by file.name, file.id`,
    [transaction.businessId, only.kind ?? null, only.fileId ?? null],
  );
  const downloads: QuarantineDownload[] = [];
  for (const file of files) downloads.push(await downloadFile(transaction, file));
  return downloads;
}

async function downloadFile(transaction: BusinessTransaction, file: QuarantinedFile): Promise<QuarantineDownload> {
  const rows = await transaction.rows<{ id: string; cells: string[] }>(
    `select id, cells from import.quarantined_rows where business_id = $1 and file_id = $2 and state = 'open' order by line, id`,
    [transaction.businessId, file.file_id],
  );
  const csv = quarantineCsv(file.header, rows);
  return { name: `quarantine ${file.kind} ${file.name.replace(/[^\p{L}\p{N} ._-]+/gu, '_')}.csv`, kind: file.kind, rows: rows.length, csv };
}

/** Rows as CSV under the header of their file, each with the name of the quarantined row it stands for. */
export function quarantineCsv(header: readonly string[], rows: readonly { id: string; cells: readonly string[] }[]): string {
  const table = rows.map((row) => [...fit(row.cells, header.length), row.id]);
  return stringify([[...header, CURED_ROW_HEADER], ...table], { escape_formulas: true });
}

/** Cells beyond the header are joined into the last one, so that none is lost and the row has the header's width. */
function fit(cells: readonly string[], width: number): string[] {
  const fitted = Array.from({ length: width }, (_, index) => cells[index] ?? '');
  const surplus = cells.slice(width).filter((cell) => cell !== '');
  if (surplus.length > 0 && width > 0) fitted[width - 1] = [fitted[width - 1], ...surplus].join(' ');
  return fitted;
}
