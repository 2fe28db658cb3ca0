import type { FileHandle } from 'node:fs/promises';
import { decodeText } from './decode-text.ts';
import type { TextEncodingFound } from './detect-encoding.ts';
import { plainNumber } from './plain-number.ts';
import {
  BATCH_ROWS,
  LONGEST_LINE,
  oversized,
  OVERSIZED_CELL,
  REPLACEMENT,
  type RowFault,
  type SourceRow,
  unreadableBytes,
} from './source-table.ts';

export interface JsonLinesInput {
  file: FileHandle;
  encoding: TextEncodingFound;
  keepRaw: boolean;
  signal?: AbortSignal | undefined;
}

interface TextLine {
  line: number;
  text: string;
}

type JsonObject = Record<string, unknown>;
const SAMPLE_OBJECTS = 1000;

/** True when the first line that is not blank begins a JSON object. */
export function looksLikeJsonLines(head: string): boolean {
  return /^\s*\{\s*("|\}\s*(\r|\n|$))/.test(head);
}

/** True for `[{ …`, a whole document instead of lines. */
export function looksLikeJsonArray(head: string): boolean {
  return /^\s*\[\s*\{\s*"/.test(head);
}

/**
 * Rows of a JSON-lines file under a header row (line 0) made of the keys of the first 1,000 objects.
 * A key that turns up later becomes an additional cell `key=value`, so that the row shows as ragged.
 */
export async function* readJsonLines(input: JsonLinesInput): AsyncGenerator<SourceRow[]> {
  const lines = textLines(decodeText(input.file, input.encoding, input.signal));
  const sample: TextLine[] = [];
  const positions = new Map<string, number>();
  let objects = 0;
  while (objects < SAMPLE_OBJECTS) {
    const next = await lines.next();
    if (next.done === true) break;
    sample.push(next.value);
    const object = parseObject(next.value.text);
    if (object === undefined) continue;
    objects++;
    for (const key of Object.keys(object)) {
      if (!positions.has(key)) positions.set(key, positions.size);
    }
  }

  let batch: SourceRow[] = [{ line: 0, cells: [...positions.keys()] }];
  for (const line of sample) batch.push(toRow(line, positions, input.keepRaw));
  yield batch;
  batch = [];
  for await (const line of lines) {
    batch.push(toRow(line, positions, input.keepRaw));
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  if (batch.length > 0) yield batch;
}

function toRow({ line, text }: TextLine, positions: Map<string, number>, keepRaw: boolean): SourceRow {
  if (text.trim() === '') return { line, cells: [''], ...(keepRaw ? { raw: text } : {}) };
  const object = text.length > LONGEST_LINE ? undefined : parseObject(text);
  if (object === undefined) {
    const fault = text.length > OVERSIZED_CELL ? oversized(text.length) : brokenJson();
    return { line, cells: [text], raw: text, fault };
  }

  const cells = new Array<string>(positions.size).fill('');
  let longest = 0;
  for (const [key, value] of Object.entries(object)) {
    const cell = cellText(value);
    if (cell.length > longest) longest = cell.length;
    const position = positions.get(key);
    if (position === undefined) cells.push(`${key}=${cell}`);
    else cells[position] = cell;
  }
  const row: SourceRow = { line, cells };
  if (longest > OVERSIZED_CELL) row.fault = oversized(longest);
  else if (text.includes(REPLACEMENT)) row.fault = unreadableBytes();
  if (row.fault !== undefined || keepRaw) row.raw = text;
  return row;
}

function parseObject(text: string): JsonObject | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return isObject(value) ? value : undefined;
  } catch {
    return undefined;
  }
}

function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function cellText(value: unknown): string {
  if (value === null || value === undefined) return '';
  if (typeof value === 'string') return value.includes('\0') ? value.replaceAll('\0', '') : value;
  if (typeof value === 'number') return plainNumber(String(value));
  if (typeof value === 'boolean') return value ? 'TRUE' : 'FALSE';
  return JSON.stringify(value);
}

function brokenJson(): RowFault {
  return {
    code: 'broken_json',
    message: 'This line is not one whole JSON object. Correct it, or write each object on a line of its own.',
  };
}

/** Physical lines; one beyond 32 Mi characters is cut there and its remainder dropped. */
async function* textLines(chunks: AsyncGenerator<string>): AsyncGenerator<TextLine> {
  let pending = '';
  let line = 1;
  for await (const chunk of chunks) {
    // Past the limit the remainder of the line is not kept, but its end is still looked for.
    const text = pending.length > LONGEST_LINE && !chunk.includes('\n') ? pending : pending + chunk;
    let start = 0;
    for (let end = text.indexOf('\n'); end >= 0; end = text.indexOf('\n', start)) {
      yield { line, text: text.slice(start, end).replace(/\r+$/, '') };
      line++;
      start = end + 1;
    }
    pending = text.slice(start);
  }
  if (pending !== '') yield { line, text: pending.replace(/\r+$/, '') };
}
