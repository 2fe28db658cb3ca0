import { createWriteStream } from 'node:fs';
import { mkdir, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { writeXlsxStream } from 'hucre/xlsx';
import { Fault } from '../fault.ts';
import type { ExportColumn, TableWriter } from './table-writer.ts';
import { partOf } from './text-sink.ts';
import { type XlsxCell, textCell, xlsxCell, xlsxFormat } from './xlsx-cell.ts';

/**
 * A workbook with the rows on one sheet (and on further ones past Excel's 1,048,576), header row
 * frozen. Rows go to the file as they come, so that memory does not grow with their number.
 */
export async function writeXlsx(columns: readonly ExportColumn[], path: string | undefined): Promise<TableWriter> {
  if (path === undefined) throw xlsxNeedsFile();
  await mkdir(dirname(path), { recursive: true });
  const part = partOf(path);
  const rows = new TransformStream<XlsxCell[], XlsxCell[]>();
  const writer = rows.writable.getWriter();
  const bytes = writeXlsxStream(rows.readable, {
    name: 'Rows',
    freezePane: { rows: 1 },
    columns: columns.map((column) => {
      const numFmt = xlsxFormat(column.type);
      return { header: textCell(column.name), width: widthOf(column), ...(numFmt === undefined ? {} : { numFmt }) };
    }),
  });
  const written = pipeline(Readable.from(bytes), createWriteStream(part));
  // Told by whoever waits next; a failure must not go unheard in between.
  written.catch((error: unknown) => writer.abort(error));
  return {
    async write(batch) {
      for (const row of batch) await writer.write(columns.map((column, index) => xlsxCell(row[index] ?? null, column.type)));
    },
    async finish() {
      await writer.close();
      await written;
      await rename(part, path);
    },
    async abort() {
      await writer.abort(new Error('given up')).catch(() => {});
      await written.catch(() => {});
      await rm(part, { force: true });
    },
  };
}

/** The Fault of a workbook without a file. */
export function xlsxNeedsFile(): Fault {
  return new Fault('xlsx_needs_file', 'A workbook is binary and not for a terminal: say where to put it with --file NAME.xlsx.', {
    exit: 'usage',
  });
}

function widthOf({ name, type }: ExportColumn): number {
  const least = type === 'instant' ? 19 : type === 'date' || typeof type === 'object' ? 12 : type === 'text' ? 18 : 8;
  return Math.max(least, name.length + 2);
}
