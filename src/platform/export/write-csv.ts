import { stringify } from 'csv-stringify/sync';
import type { TextSink } from './text-sink.ts';
import type { ExportColumn, ExportValue, TableWriter } from './table-writer.ts';

/**
 * CSV (RFC 4180, UTF-8, line feeds). A text that a spreadsheet would run as a formula gets
 * a leading apostrophe, which our own importer takes off again; numbers stay as they are.
 */
export async function writeCsv(columns: readonly ExportColumn[], sink: TextSink): Promise<TableWriter> {
  await sink.write(stringify([columns.map((column) => column.name)]));
  const isText = columns.map((column) => column.type === 'text' || column.type === 'json');
  return {
    async write(rows) {
      if (rows.length > 0)
        await sink.write(stringify(rows.map((row) => row.map((value, index) => (isText[index] === true ? disarm(value) : value)))));
    },
    finish: () => sink.finish(),
    abort: () => sink.abort(),
  };
}

/** Puts an apostrophe before a text that starts like a formula: = + - @, or a tab or return before one. */
export function disarm(value: ExportValue): ExportValue {
  return value !== null && /^[=+\-@\t\r]/.test(value) ? `'${value}` : value;
}
