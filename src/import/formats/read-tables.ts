import { open, type FileHandle } from 'node:fs/promises';
import { basename } from 'node:path';
import { decodeText } from './decode-text.ts';
import { detectDialect } from './detect-dialect.ts';
import { detectEncoding, type TextEncodingFound } from './detect-encoding.ts';
import { identifyContent } from './identify-content.ts';
import { fileFault, unreadableFile } from './file-faults.ts';
import { readDelimited } from './read-delimited.ts';
import { looksLikeJsonArray, looksLikeJsonLines, readJsonLines } from './read-json-lines.ts';
import { openParquet } from './read-parquet.ts';
import type { OpenOptions, SourceRow, SourceTable } from './source-table.ts';
import { openWorkbook } from './xlsx/open-workbook.ts';

export type { OpenOptions, RowFault, RowFaultCode, SourceRow, SourceTable, TableFormat } from './source-table.ts';

const HEAD_CHARACTERS = 256 << 10;

/**
 * Opens a file as tables, one per sheet with data, judged by content and not by name.
 * Throws a Fault (exit `usage`) for whatever cannot be read as a table.
 */
export async function openTables(path: string, options: OpenOptions = {}): Promise<SourceTable[]> {
  const name = basename(path);
  const content = await withFile(path, (file) => identifyContent(file, name));
  if (content === 'workbook') return openWorkbook(path, name);
  if (content === 'parquet') return openParquet(path, name);
  return [await openText(path, name, options)];
}

async function openText(path: string, name: string, options: OpenOptions): Promise<SourceTable> {
  const { encoding, head } = await withFile(path, async (file) => {
    const found = await detectEncoding(file);
    return { encoding: found, head: await readHead(file, found) };
  });
  if (head.trim() === '') {
    throw fileFault('empty_file', name, 'expected a table, but the file is empty. Export it again.');
  }
  if (looksLikeJsonArray(head)) {
    throw fileFault(
      'unsupported_format',
      name,
      'expected one JSON object per line, but this is one JSON array. Write each object on a line of its own.',
    );
  }

  const keepRaw = options.keepRaw === true;
  const encodingName = encoding.damaged ? `${encoding.name}, damaged` : encoding.name;
  if (looksLikeJsonLines(head)) {
    return {
      name,
      format: 'jsonl',
      detail: { encoding: encodingName },
      batches: (signal) => fromFile(path, name, (file) => readJsonLines({ file, encoding, keepRaw, signal })),
    };
  }
  const dialect = detectDialect(head);
  return {
    name,
    format: 'csv',
    detail: { encoding: encodingName, delimiter: dialect.delimiter, lineEnd: dialect.lineEnd },
    batches: (signal) => fromFile(path, name, (file) => readDelimited({ file, encoding, dialect, keepRaw, signal })),
  };
}

async function readHead(file: FileHandle, encoding: TextEncodingFound): Promise<string> {
  let head = '';
  for await (const chunk of decodeText(file, encoding)) {
    head += chunk;
    // Blank lines before the table must not hide it.
    if (head.length >= HEAD_CHARACTERS && head.trim() !== '') break;
  }
  return head;
}

async function withFile<T>(path: string, use: (file: FileHandle) => Promise<T>): Promise<T> {
  let file: FileHandle | undefined;
  try {
    file = await open(path, 'r');
    return await use(file);
  } catch (error) {
    throw unreadableFile(basename(path), error);
  } finally {
    await file?.close();
  }
}

/** The file stays open exactly as long as its rows are being read. */
async function* fromFile(path: string, name: string, read: (file: FileHandle) => AsyncIterable<SourceRow[]>): AsyncGenerator<SourceRow[]> {
  let file: FileHandle;
  try {
    file = await open(path, 'r');
  } catch (error) {
    throw unreadableFile(name, error);
  }
  try {
    yield* read(file);
  } finally {
    await file.close();
  }
}
