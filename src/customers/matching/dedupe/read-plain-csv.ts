import { readFileSync, statSync } from 'node:fs';

/** Who is told the rows. */
export interface RowTaker {
  /** False: the first filled row is a record as well. */
  hasHeader: boolean;
  /** Places of the cells wanted when this row is the header, undefined when it stands above it. */
  choose(row: readonly string[]): readonly number[] | undefined;
  /** A row by the number of its first line and its wanted cells, in an array that is used again. */
  add(line: number, cells: readonly string[]): void;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
/** A buffer holds two gigabytes at most; larger files take the general reader. */
const LARGEST_BYTES = 2 ** 31 - 4096;

/**
 * Reads a well-formed UTF-8 file of delimited cells in one go, about four times as fast as the
 * general reader: only the cells of columns that are asked for become texts. A blank line is no row,
 * a row of nothing but delimiters or quotes is one.
 * False, with some rows possibly taken already, when the file needs the general reader.
 */
export function readPlainCsv(path: string, delimiter: string, taker: RowTaker): boolean {
  if (delimiter.length !== 1 || statSync(path).size > LARGEST_BYTES) return false;
  const bytes = readFileSync(path);
  const mark = delimiter.charCodeAt(0);
  const end = bytes.length;
  let at = bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf ? 3 : 0;
  let line = 1;
  let header: string[] | undefined = [];
  let places = new Int32Array(0);
  let cells: string[] = [];
  let column = 0;
  let firstLine = 1;
  let isFilled = false;
  let isQuoted = false;
  while (at < end) {
    const isWanted = header !== undefined || (places[column] ?? -1) >= 0;
    let text = '';
    if (bytes[at] === QUOTE) {
      const start = at + 1;
      isQuoted = true;
      let isDoubled = false;
      let hasHighBytes = false;
      at = start;
      for (;;) {
        if (at >= end) return false;
        const byte = bytes[at] ?? 0;
        if (byte === QUOTE) {
          if (bytes[at + 1] !== QUOTE) break;
          isDoubled = true;
          at += 1;
        } else if (byte === LF) line += 1;
        else if (byte > 127) hasHighBytes = true;
        at += 1;
      }
      if (at > start) isFilled = true;
      if (isWanted) {
        text = hasHighBytes ? bytes.toString('utf8', start, at) : bytes.toString('latin1', start, at);
        if (isDoubled) text = text.replaceAll('""', '"');
      }
      at += 1;
      if (at < end && bytes[at] !== mark && bytes[at] !== LF && bytes[at] !== CR) return false;
    } else {
      const start = at;
      let high = 0;
      for (let byte = bytes[at] ?? 0; at < end && byte !== mark && byte !== LF && byte !== CR; at += 1, byte = bytes[at] ?? 0) {
        if (byte === QUOTE || byte === 0) return false;
        high |= byte;
      }
      if (at > start) isFilled = true;
      if (isWanted && at > start) text = high > 127 ? bytes.toString('utf8', start, at) : bytes.toString('latin1', start, at);
    }
    if (header !== undefined) header.push(text);
    else if (isWanted) cells[places[column] ?? 0] = text;
    column += 1;
    if (at < end && bytes[at] === mark) {
      at += 1;
      if (at < end) continue;
    }
    if (bytes[at] === CR) {
      if (bytes[at + 1] !== LF) return false;
      at += 1;
    }
    at += 1;
    line += 1;
    if (header === undefined) {
      if (isFilled || isQuoted || column > 1) {
        taker.add(firstLine, cells);
        cells.fill('');
      }
    } else {
      const wanted = isFilled ? taker.choose(header) : undefined;
      if (wanted === undefined) header = [];
      else {
        places = new Int32Array(header.length).fill(-1);
        for (const [index, place] of wanted.entries()) {
          // A column that is asked for twice is beyond this reader.
          if ((places[place] ?? 0) >= 0) return false;
          places[place] = index;
        }
        cells = wanted.map((place) => header?.[place] ?? '');
        if (!taker.hasHeader) taker.add(firstLine, cells);
        cells.fill('');
        header = undefined;
      }
    }
    column = 0;
    isFilled = false;
    isQuoted = false;
    firstLine = line;
  }
  return header === undefined;
}
