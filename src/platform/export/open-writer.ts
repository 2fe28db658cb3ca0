import { openTextSink } from './text-sink.ts';
import { writeCsv } from './write-csv.ts';
import { writeJsonLines } from './write-json-lines.ts';
import type { ExportColumn, ExportFormat, TableWriter } from './table-writer.ts';

/** A writer for a file (or standard output, when no path is given; not for Parquet, which needs a file). */
export async function openWriter(format: ExportFormat, columns: readonly ExportColumn[], path: string | undefined): Promise<TableWriter> {
  if (format === 'parquet') {
    const { writeParquet } = await import('./write-parquet.ts');
    return writeParquet(columns, path);
  }
  const sink = await openTextSink(path);
  return format === 'csv' ? writeCsv(columns, sink) : writeJsonLines(columns, sink);
}
