import type { FileHandle } from 'node:fs/promises';
import { fileFault } from './file-faults.ts';

export type FileContent = 'workbook' | 'parquet' | 'text';

/** Tells by its first bytes what a file is; a Fault for the kinds that hold no readable table. */
export async function identifyContent(file: FileHandle, name: string): Promise<FileContent> {
  const { size } = await file.stat();
  const head = Buffer.alloc(16);
  const { bytesRead } = await file.read(head, 0, head.length, 0);
  if (size === 0 || bytesRead === 0) {
    throw fileFault('empty_file', name, 'expected a table, but the file is empty. Export it again.');
  }

  const start = head.toString('latin1', 0, bytesRead);
  if (start.startsWith('PK\x03\x04')) return 'workbook';
  if (start.startsWith('PAR1')) return 'parquet';
  if (start.startsWith('\xd0\xcf\x11\xe0')) {
    throw fileFault(
      'locked_workbook',
      name,
      'expected a plain workbook, but this one is protected by a password or is in the old .xls format. Open it in Excel, remove the password, and save it as .xlsx or CSV.',
    );
  }
  const other = FOREIGN.find(([signature]) => start.startsWith(signature));
  if (other !== undefined) {
    throw fileFault('unsupported_format', name, `expected CSV, XLSX, Parquet or JSON lines, but this is ${other[1]}. ${other[2]}`);
  }
  if (MARKUP.test(start.replace(/^\xef\xbb\xbf/, ''))) {
    throw fileFault(
      'unsupported_format',
      name,
      'expected CSV, XLSX, Parquet or JSON lines, but this is a web page or XML under the name of a table. Open it in Excel and save it as .xlsx or CSV.',
    );
  }
  return 'text';
}

/** Some programs "export to Excel" by naming a page .xls. */
const MARKUP = /^\s*<(!doctype|html|\?xml|table|head|meta|style)/i;

const FOREIGN: [signature: string, kind: string, advice: string][] = [
  ['%PDF', 'a PDF document', 'Export the report as CSV or XLSX instead.'],
  ['\x1f\x8b', 'a gzip archive', 'Unpack it first.'],
  ['PK\x05\x06', 'an empty zip archive', 'Export the report again.'],
  ['Rar!', 'a RAR archive', 'Unpack it first.'],
  ['7z\xbc\xaf', 'a 7-Zip archive', 'Unpack it first.'],
  ['\x89PNG', 'a picture', 'Export the report as CSV or XLSX instead.'],
  ['\xff\xd8\xff', 'a picture', 'Export the report as CSV or XLSX instead.'],
  ['SQLite format 3', 'a SQLite database', 'Export its tables as CSV first.'],
];
