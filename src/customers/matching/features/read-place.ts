import { AT } from './layout.ts';
import { join, mix, type TextPool } from './text-pool.ts';
import type { WordScanner } from './scan-words.ts';

const STREET_WORDS: Readonly<Record<string, string>> = {
  street: 'st',
  str: 'st',
  avenue: 'ave',
  av: 'ave',
  road: 'rd',
  drive: 'dr',
  lane: 'ln',
  court: 'ct',
  crt: 'ct',
  place: 'pl',
  boulevard: 'blvd',
  circle: 'cir',
  crescent: 'cres',
  cr: 'cres',
  terrace: 'ter',
  tce: 'ter',
  highway: 'hwy',
  parkway: 'pkwy',
  square: 'sq',
  trail: 'trl',
  circuit: 'cct',
  close: 'cl',
  north: 'n',
  south: 's',
  east: 'e',
  west: 'w',
  northeast: 'ne',
  northwest: 'nw',
  southeast: 'se',
  southwest: 'sw',
  saint: 'st',
  mount: 'mt',
  parade: 'pde',
  way: 'way',
  loop: 'loop',
};
const UNIT_WORDS = new Set(['apt', 'apartment', 'unit', 'suite', 'ste', 'flat', 'rm', 'room', 'lot']);

/** Reads streets: house number, street in short words ("Oak Street North" is oakstn), unit. */
export class PlaceReader {
  readonly #pool: TextPool;
  readonly #scanner: WordScanner;
  readonly #short = new Map<number, number>();
  readonly #units = new Set<number>();
  readonly #scratch = new Uint16Array(1024);

  constructor(pool: TextPool, scanner: WordScanner) {
    this.#pool = pool;
    this.#scanner = scanner;
    for (const [long, short] of Object.entries(STREET_WORDS)) this.#short.set(pool.intern(long), pool.intern(short));
    for (const word of UNIT_WORDS) this.#units.add(pool.intern(word));
  }

  readStreet(text: string, rows: Uint32Array, base: number): void {
    const scanner = this.#scanner;
    const count = scanner.read(text, true);
    const isHashed = text.includes('#');
    let length = 0;
    for (let word = 0; word < count; word += 1) {
      const from = scanner.starts[word] ?? 0;
      const to = scanner.ends[word] ?? 0;
      const id = this.#pool.internCodes(scanner.codes, from, to);
      const isNumber = (scanner.codes[from] ?? 0) <= 57;
      if (isNumber && rows[base + AT.houseNumber] === 0 && length === 0) {
        rows[base + AT.houseNumber] = id;
        continue;
      }
      if (this.#units.has(id) && word > 0) {
        word += 1;
        if (word < count) rows[base + AT.unit] = this.#pool.internCodes(scanner.codes, scanner.starts[word] ?? 0, scanner.ends[word] ?? 0);
        continue;
      }
      if (isNumber && isHashed && word === count - 1 && length > 0) {
        rows[base + AT.unit] = id;
        continue;
      }
      length = this.#append(this.#short.get(id) ?? id, length);
    }
    rows[base + AT.street] = this.#pool.internCodes(this.#scratch, 0, length);
    if (length > 0 && rows[base + AT.houseNumber] !== 0)
      rows[base + AT.place] =
        mix(join(this.#pool.hashOf(rows[base + AT.houseNumber] ?? 0), this.#pool.hashOf(rows[base + AT.street] ?? 0))) || 1;
  }

  #append(id: number, length: number): number {
    const { codes, starts } = this.#pool;
    let end = length;
    for (let at = starts[id] ?? 0; at < (starts[id + 1] ?? 0) && end < 1000; at += 1) {
      this.#scratch[end] = codes[at] ?? 0;
      end += 1;
    }
    return end;
  }

  /** A postal code: letters and digits only, the four digits behind a ZIP code left off. */
  readZip(text: string): number {
    const scanner = this.#scanner;
    const count = scanner.read(text, false);
    if (count === 0) return 0;
    const isPlusFour = count === 2 && scanner.lengthOf(0) === 5 && scanner.lengthOf(1) === 4;
    const end =
      isPlusFour || (count > 1 && scanner.lengthOf(1) === 1 && scanner.lengthOf(0) === 5) ? scanner.ends[0] : scanner.ends[count - 1];
    const isNine = count === 1 && scanner.lengthOf(0) === 9 && (scanner.codes[0] ?? 0) <= 57;
    return this.#pool.internCodes(scanner.codes, 0, isNine ? 5 : (end ?? 0));
  }

  /** Any text as its words with one space between them. */
  readPhrase(text: string): number {
    const scanner = this.#scanner;
    const count = scanner.read(text, false);
    let end = 0;
    for (let word = 0; word < count; word += 1) {
      if (end > 0) {
        this.#scratch[end] = 32;
        end += 1;
      }
      for (let at = scanner.starts[word] ?? 0; at < (scanner.ends[word] ?? 0); at += 1) {
        this.#scratch[end] = scanner.codes[at] ?? 0;
        end += 1;
      }
      if (end > 800) break;
    }
    return this.#pool.internCodes(this.#scratch, 0, end);
  }
}
