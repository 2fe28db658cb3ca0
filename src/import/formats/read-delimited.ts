import type { FileHandle } from 'node:fs/promises';
import { decodeText } from './decode-text.ts';
import type { TextEncodingFound } from './detect-encoding.ts';
import type { Dialect } from './detect-dialect.ts';
import { parseWindow } from './parse-window.ts';
import { BATCH_ROWS, LONGEST_LINE, oversized, type SourceRow } from './source-table.ts';

export interface DelimitedInput {
  file: FileHandle;
  encoding: TextEncodingFound;
  dialect: Dialect;
  keepRaw: boolean;
  signal?: AbortSignal | undefined;
}

const FULL_WINDOW = 96 << 10;
const SMALL_WINDOW = 4 << 10;
const LEAST_PATIENCE = 4 << 10;

/**
 * Rows of a delimited file, every physical line in exactly one row. A quote that swallows the lines
 * after it costs its own line only: reading resumes at the next physical line.
 */
export async function* readDelimited(input: DelimitedInput): AsyncGenerator<SourceRow[]> {
  const { dialect, keepRaw } = input;
  const chunks = linesEndingInLf(decodeText(input.file, input.encoding, input.signal), dialect);
  let text = '';
  let position = 0;
  let line = 1;
  let ended = false;
  let window = FULL_WINDOW;
  // How far to look for the end of a quoted cell. It shrinks with every broken quote, or a file
  // with one in each line would be scanned 32 MiB deep for each of its lines.
  let patience = LONGEST_LINE;

  for (;;) {
    while (!ended && text.length - position < window) {
      const next = await chunks.next();
      if (next.done === true) ended = true;
      else {
        text = text.slice(position) + next.value;
        position = 0;
      }
    }
    if (position >= text.length) return;

    const span = text.slice(position, position + window);
    const isLast = ended && position + span.length === text.length;
    const parsed = parseWindow(span, line, dialect, { isLast, keepRaw });
    if (parsed.rows.length > 0) {
      yield* inBatches(parsed.rows);
      position += parsed.consumed;
      line = parsed.nextLine;
      if (parsed.mended) {
        window = SMALL_WINDOW;
        patience = Math.max(LEAST_PATIENCE, patience >> 2);
      } else {
        window = Math.min(FULL_WINDOW, window * 2);
        patience = Math.min(LONGEST_LINE, patience * 2);
      }
      continue;
    }

    const hasLineEnd = span.includes('\n');
    if (window < (hasLineEnd ? patience : LONGEST_LINE)) {
      window *= 4;
      continue;
    }
    if (hasLineEnd) {
      // An unterminated quote: give up its first line only.
      const end = span.indexOf('\n') + 1;
      const mended = parseWindow(span.slice(0, end), line, dialect, { isLast: true, keepRaw });
      yield mended.rows;
      position += end;
      line += 1;
      window = SMALL_WINDOW;
      patience = Math.max(LEAST_PATIENCE, patience >> 2);
      continue;
    }

    yield [cutLine(span, line, dialect)];
    position += span.length;
    for (;;) {
      const end = text.indexOf('\n', position);
      if (end >= 0) {
        position = end + 1;
        line += 1;
        break;
      }
      const next = await chunks.next();
      if (next.done === true) return;
      text = next.value;
      position = 0;
    }
    window = FULL_WINDOW;
  }
}

function* inBatches(rows: SourceRow[]): Generator<SourceRow[]> {
  if (rows.length <= BATCH_ROWS) yield rows;
  else for (let i = 0; i < rows.length; i += BATCH_ROWS) yield rows.slice(i, i + BATCH_ROWS);
}

/** Only the beginning of such a line is kept; the raw file itself still has it whole. */
function cutLine(span: string, line: number, dialect: Dialect): SourceRow {
  const fault = oversized(span.length);
  return {
    line,
    cells: span.slice(0, FULL_WINDOW).split(dialect.delimiter),
    raw: span.slice(0, FULL_WINDOW),
    fault: { ...fault, message: `${fault.message} The line is too long to be kept whole here.` },
  };
}

async function* linesEndingInLf(chunks: AsyncGenerator<string>, dialect: Dialect): AsyncGenerator<string> {
  if (dialect.lineEnd === 'lf') {
    yield* chunks;
    return;
  }
  let heldBack = '';
  for await (const chunk of chunks) {
    const text = heldBack + chunk;
    // A CR at the very end may be the first half of a CRLF.
    heldBack = text.endsWith('\r') ? '\r' : '';
    yield text.slice(0, text.length - heldBack.length).replace(/\r\n?/g, '\n');
  }
  if (heldBack !== '') yield '\n';
}
