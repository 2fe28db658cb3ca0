import { REPLACEMENT } from '../source-table.ts';
import { damaged } from './zip-directory.ts';
import { type Archive, unpackText } from './unpack-entry.ts';
import { XmlScanner } from './scan-xml.ts';
import { withoutEscapes } from './cell-text.ts';

const PAGE = 1 << 20;
const KEPT_DECODED = 1 << 16;

/** The table of a workbook's texts. */
export interface SharedStrings {
  /** '' for an index that the table does not have. */
  get(index: number): string;
  /** True when some text holds U+FFFD. */
  hasUnreadable: boolean;
}

export const NO_STRINGS: SharedStrings = { get: () => '', hasUnreadable: false };

/** Reads the table of texts; a part that the workbook names but lacks is damage. */
export async function readSharedStrings(archive: Archive, part: string, signal?: AbortSignal): Promise<SharedStrings> {
  const entry = archive.entries.get(part);
  if (entry === undefined) throw damaged(archive.fileName);
  const pages = new TextPages();
  let text = '';
  let isText = false;
  let isPhonetic = false;
  let isWhole = false;
  const scanner = new XmlScanner({
    open(name) {
      if (name === 'si') text = '';
      else if (name === 't') isText = !isPhonetic;
      else if (name === 'rPh') isPhonetic = true;
    },
    close(name) {
      if (name === 't') isText = false;
      else if (name === 'rPh') isPhonetic = false;
      else if (name === 'si') pages.add(withoutEscapes(text));
      else if (name === 'sst') isWhole = true;
    },
    text(piece) {
      if (isText) text += piece;
    },
  });
  for await (const chunk of unpackText(archive, entry, signal)) {
    if (!scanner.feed(chunk)) throw damaged(archive.fileName);
  }
  if (!isWhole) throw damaged(archive.fileName);
  return pages;
}

/**
 * Texts as UTF-8 bytes outside the JavaScript heap: six million strings cost 600 MB as objects and
 * about 200 MB here. The first ones, which repeat most, are kept decoded.
 */
class TextPages implements SharedStrings {
  hasUnreadable = false;
  #pages: Buffer[] = [];
  #used = PAGE;
  #starts = new Uint32Array(1024);
  #lengths = new Uint32Array(1024);
  #count = 0;
  #long = new Map<number, string>();
  #decoded: (string | undefined)[] = [];

  add(text: string): void {
    if (this.#count === this.#starts.length) {
      this.#starts = doubled(this.#starts);
      this.#lengths = doubled(this.#lengths);
    }
    if (text.includes(REPLACEMENT)) this.hasUnreadable = true;
    const index = this.#count++;
    const bytes = Buffer.byteLength(text);
    if (bytes > PAGE / 4) {
      this.#long.set(index, text);
      return;
    }
    if (this.#used + bytes > PAGE) {
      this.#pages.push(Buffer.allocUnsafeSlow(PAGE));
      this.#used = 0;
    }
    const page = this.#pages.length - 1;
    this.#pages[page]?.write(text, this.#used);
    this.#starts[index] = page * PAGE + this.#used;
    this.#lengths[index] = bytes;
    this.#used += bytes;
  }

  get(index: number): string {
    const known = this.#decoded[index];
    if (known !== undefined) return known;
    if (!(index >= 0 && index < this.#count)) return '';
    const long = this.#long.get(index);
    if (long !== undefined) return long;
    const start = this.#starts[index] ?? 0;
    const offset = start % PAGE;
    const text = this.#pages[(start - offset) / PAGE]?.toString('utf8', offset, offset + (this.#lengths[index] ?? 0)) ?? '';
    if (index < KEPT_DECODED) this.#decoded[index] = text;
    return text;
  }
}

function doubled(numbers: Uint32Array<ArrayBuffer>): Uint32Array<ArrayBuffer> {
  const larger = new Uint32Array(numbers.length * 2);
  larger.set(numbers);
  return larger;
}
