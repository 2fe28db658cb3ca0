import { BATCH_ROWS, oversized, OVERSIZED_CELL, REPLACEMENT, type SourceRow, unreadableBytes } from '../source-table.ts';
import type { NumberMeaning } from './cell-formats.ts';
import { isoCellText, numberText, withoutEscapes } from './cell-text.ts';
import { attributeOf, type XmlHandler, XmlScanner } from './scan-xml.ts';
import type { SharedStrings } from './shared-strings.ts';
import { type Archive, unpackText } from './unpack-entry.ts';
import { damaged } from './zip-directory.ts';

export interface SheetContext {
  strings: SharedStrings;
  formats: NumberMeaning[];
  is1904: boolean;
}

/** Excel's last column, XFD. */
const LAST_COLUMN = 16_383;
/** Wide rows make short batches, so that a batch stays small whatever the sheet looks like. */
const BATCH_CELLS = 250_000;

/** Rows of one worksheet as they are unpacked; nothing is read ahead of the consumer. */
export async function* readSheet(archive: Archive, part: string, context: SheetContext, signal?: AbortSignal): AsyncGenerator<SourceRow[]> {
  const entry = archive.entries.get(part);
  if (entry === undefined) throw damaged(archive.fileName);
  const collector = new RowCollector(context);
  const scanner = new XmlScanner(collector);
  for await (const chunk of unpackText(archive, entry, signal)) {
    if (!collector.hasUnreadable && chunk.includes(REPLACEMENT)) collector.hasUnreadable = true;
    if (!scanner.feed(chunk) || collector.isDamaged) throw damaged(archive.fileName);
    if (collector.rows.length >= BATCH_ROWS || collector.cellCount >= BATCH_CELLS) yield* collector.takeBatches();
  }
  if (!collector.isWhole) throw damaged(archive.fileName);
  yield* collector.takeBatches();
}

class RowCollector implements XmlHandler {
  rows: SourceRow[] = [];
  cellCount = 0;
  isWhole = false;
  isDamaged = false;
  hasUnreadable: boolean;
  readonly #context: SheetContext;
  #line = 0;
  #cells: string[] = [];
  #column = -1;
  #type = '';
  #style = -1;
  #value = '';
  #collects = false;
  #isPhonetic = false;
  #hasCell = false;

  constructor(context: SheetContext) {
    this.#context = context;
    this.hasUnreadable = context.strings.hasUnreadable;
  }

  *takeBatches(): Generator<SourceRow[]> {
    const rows = this.rows;
    this.rows = [];
    this.cellCount = 0;
    for (let i = 0; i < rows.length; i += BATCH_ROWS) yield rows.slice(i, i + BATCH_ROWS);
  }

  open(name: string, attributes: string): void {
    if (name === 'c') this.#openCell(attributes);
    else if (name === 'v') this.#collects = true;
    else if (name === 't') this.#collects = !this.#isPhonetic;
    else if (name === 'rPh') this.#isPhonetic = true;
    else if (name === 'row') this.#openRow(attributes);
  }

  close(name: string): void {
    if (name === 'c') this.#closeCell();
    else if (name === 'v' || name === 't') this.#collects = false;
    else if (name === 'rPh') this.#isPhonetic = false;
    else if (name === 'row') this.#closeRow();
    else if (name === 'sheetData') this.isWhole = true;
  }

  text(text: string): void {
    if (this.#collects && this.#hasCell) this.#value = this.#value === '' ? text : this.#value + text;
  }

  #openRow(attributes: string): void {
    const line = Number(attributeOf(attributes, 'r') ?? '0');
    this.#line = line > this.#line ? line : this.#line + 1;
    this.#cells = [];
    this.#column = -1;
  }

  #openCell(attributes: string): void {
    this.#type = '';
    this.#style = -1;
    this.#value = '';
    this.#hasCell = true;
    let column = this.#column + 1;
    // By hand, because this runs for every cell: name="value" pairs, of which r, s and t matter.
    for (let at = 0; ; ) {
      const equals = attributes.indexOf('=', at);
      if (equals < 0) break;
      const quote = attributes.charAt(equals + 1);
      const end = attributes.indexOf(quote, equals + 2);
      if ((quote !== '"' && quote !== "'") || end < 0) break;
      const isOneLetter = equals < 2 || attributes.charCodeAt(equals - 2) <= 32;
      const letter = isOneLetter ? attributes.charAt(equals - 1) : '';
      if (letter === 'r') column = columnOf(attributes, equals + 2, column);
      else if (letter === 's') this.#style = Number(attributes.slice(equals + 2, end));
      else if (letter === 't') this.#type = attributes.slice(equals + 2, end);
      at = end + 1;
    }
    if (column > LAST_COLUMN) this.isDamaged = true;
    this.#column = column;
  }

  #closeCell(): void {
    const text = this.#cellText();
    this.#hasCell = false;
    if (this.isDamaged) return;
    const cells = this.#cells;
    while (cells.length < this.#column) cells.push('');
    cells[this.#column] = text;
  }

  #cellText(): string {
    const { strings, formats, is1904 } = this.#context;
    switch (this.#type) {
      case 's':
        return this.#value === '' ? '' : strings.get(Number(this.#value));
      case 'str':
      case 'inlineStr':
        return withoutEscapes(this.#value);
      case 'b':
        return this.#value === '1' || this.#value === 'true' ? 'TRUE' : this.#value === '' ? '' : 'FALSE';
      case 'e':
        return '';
      case 'd':
        return isoCellText(this.#value);
      default:
        return numberText(this.#value, formats[this.#style] ?? 'plain', is1904);
    }
  }

  #closeRow(): void {
    const cells = this.#cells;
    const row: SourceRow = { line: this.#line, cells };
    let longest = 0;
    for (const cell of cells) if (cell.length > longest) longest = cell.length;
    if (longest > OVERSIZED_CELL) row.fault = oversized(longest);
    else if (this.hasUnreadable && cells.some((cell) => cell.includes(REPLACEMENT))) row.fault = unreadableBytes();
    if (row.fault !== undefined) row.raw = cells.join('\t');
    this.rows.push(row);
    this.cellCount += cells.length;
  }
}

/** Column of a reference such as AB12, 0-based. */
function columnOf(attributes: string, from: number, otherwise: number): number {
  let column = 0;
  for (let at = from; ; at++) {
    const code = attributes.charCodeAt(at) & ~32;
    if (!(code >= 65 && code <= 90)) return at === from ? otherwise : column - 1;
    column = column * 26 + code - 64;
    if (column > LAST_COLUMN + 1) return LAST_COLUMN + 1;
  }
}
