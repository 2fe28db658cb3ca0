import { openTextSink } from './text-sink.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonLines } from './write-json-lines.ts';
import type { ExportColumn, ExportFormat, TableWriter } from './table-writer.ts';

/** A writer for a file (or standard output, when no path is given; not for Parquet and workbooks, which need a file). */
export async function openWriter(format: ExportFormat, columns: readonly ExportColumn[], path: string | undefined): Promise<TableWriter> {
  if (format === 'parquet') {
    const { writeParquet } = await import('./write-parquet.ts');
    return writeParquet(columns, path);
  }
  if (format === 'xlsx') {
    const { writeXlsx } = await import('./write-xlsx.ts');
    return writeXlsx(columns, path);
  }
  const sink = await openTextSink(path);
  return format === 'csv' ? writeCsv(columns, sink) : writeJsonLines(columns, sink);
}
