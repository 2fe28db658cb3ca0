import { AT } from './layout.ts';
import type { TextPool } from './text-pool.ts';
import type { WordScanner } from './scan-words.ts';

const TITLES = new Set(['mr', 'mrs', 'ms', 'miss', 'dr', 'sir', 'rev', 'prof', 'lady', 'lord', 'hon', 'capt', 'mme']);
const SUFFIXES = new Map([
  ['jr', 'jr'],
  ['jnr', 'jr'],
  ['junior', 'jr'],
  ['sr', 'sr'],
  ['snr', 'sr'],
  ['senior', 'sr'],
  ['ii', 'ii'],
  ['2nd', 'ii'],
  ['iii', 'iii'],
  ['3rd', 'iii'],
  ['iv', 'iv'],
  ['4th', 'iv'],
]);
const CREDENTIALS = new Set(['md', 'phd', 'esq', 'dds', 'cpa', 'rn', 'llc', 'inc', 'ltd', 'corp', 'pllc', 'bart', 'bt']);
const PARTICLES = new Set([
  'van',
  'von',
  'der',
  'den',
  'de',
  'del',
  'della',
  'di',
  'da',
  'dos',
  'du',
  'la',
  'le',
  'st',
  'ter',
  'mac',
  'mc',
  'al',
  'el',
  'bin',
  'ibn',
]);
const OF = new Set(['of', 'the']);
const AND = new Set(['and', 'und', 'et', 'y']);

/** What one text says of a person: words by their role. */
interface Reading {
  given: number;
  partner: number;
  surname: number;
  suffix: number;
  middles: number[];
}

/**
 * Reads a full name into the row at `base`: "O'Brien, Mary-Jane Jr." is given maryjane, surname
 * obrien, suffix jr; "Pat & Lee Smith" is given pat with partner lee. What an earlier column
 * already said stays; a word that is new becomes a middle name.
 */
export class NameReader {
  readonly #pool: TextPool;
  readonly #scanner: WordScanner;
  readonly #words: number[] = [];
  readonly #reading: Reading = { given: 0, partner: 0, surname: 0, suffix: 0, middles: [] };
  /** Per word: 1 title, 2 credential, 3 particle, 4 "of", 5 "and", 16 and above a suffix. */
  readonly #roles = new Map<number, number>();
  readonly #suffixIds: number[] = [];

  constructor(pool: TextPool, scanner: WordScanner) {
    this.#pool = pool;
    this.#scanner = scanner;
    for (const [words, role] of [
      [TITLES, 1],
      [CREDENTIALS, 2],
      [PARTICLES, 3],
      [OF, 4],
      [AND, 5],
    ] as const)
      for (const word of words) this.#roles.set(pool.intern(word), role);
    for (const [word, suffix] of SUFFIXES) {
      this.#roles.set(pool.intern(word), 16 + this.#suffixIds.length);
      this.#suffixIds.push(pool.intern(suffix));
    }
  }

  readFull(text: string, rows: Uint32Array, base: number): void {
    const scanner = this.#scanner;
    const count = scanner.read(text, true);
    if (count === 0) return;
    const reading = this.#reading;
    reading.given = reading.partner = reading.surname = reading.suffix = 0;
    reading.middles.length = 0;
    this.#readWords(count);
    this.#store(rows, base);
  }

  /** A column of given names only: the first word counts, the others are middle names. */
  readGiven(text: string, rows: Uint32Array, base: number): void {
    const count = this.#scanner.read(text, true);
    for (let word = 0; word < count; word += 1) {
      const id = this.#intern(word);
      const role = this.#roles.get(id) ?? 0;
      if (role === 1) continue;
      if (role >= 16) rows[base + AT.suffix] = this.#suffixIds[role - 16] ?? 0;
      else if (role === 5 || (this.#scanner.pairsBefore[word] ?? 0) > 0) {
        if (role !== 5) rows[base + AT.partner] = id;
      } else if (rows[base + AT.given] === 0) rows[base + AT.given] = id;
      else addMiddle(rows, base, id);
    }
  }

  /** A column of surnames only: several words are one surname ("van der berg"). */
  readSurname(text: string, rows: Uint32Array, base: number): void {
    const scanner = this.#scanner;
    let count = scanner.read(text, true);
    while (count > 1) {
      const role = this.#roles.get(this.#intern(count - 1)) ?? 0;
      if (role < 16 && role !== 2) break;
      if (role >= 16) rows[base + AT.suffix] = this.#suffixIds[role - 16] ?? 0;
      count -= 1;
    }
    if (count > 0) rows[base + AT.surname] = this.#pool.internCodes(scanner.codes, scanner.starts[0] ?? 0, scanner.ends[count - 1] ?? 0);
  }

  #intern(word: number): number {
    return this.#pool.internCodes(this.#scanner.codes, this.#scanner.starts[word] ?? 0, this.#scanner.ends[word] ?? 0);
  }

  /** Sorts the words of a full name into their roles. */
  #readWords(count: number): void {
    const { commasBefore, pairsBefore } = this.#scanner;
    const reading = this.#reading;
    const words = this.#words;
    words.length = 0;
    const behind: number[] = [];
    let isTitled = false;
    let hasPair = false;
    for (let word = 0; word < count; word += 1) {
      const id = this.#intern(word);
      const role = this.#roles.get(id) ?? 0;
      if (role === 1 && words.length === 0 && count > 1) continue;
      if (role === 2 && word > 1) continue;
      if (role === 4 && word > 0) isTitled = true;
      if (role >= 16 && word > 0) {
        if (this.#scanner.commasBefore[word] === 0 || word === count - 1) {
          reading.suffix = this.#suffixIds[role - 16] ?? 0;
          continue;
        }
        isTitled = true;
      }
      if (role === 5 || ((pairsBefore[word] ?? 0) > 0 && !hasPair)) {
        if (words.length > 0) hasPair = true;
        if (role === 5) continue;
      }
      if (hasPair && reading.partner === 0 && words.length > 0) {
        reading.partner = id;
        continue;
      }
      if ((commasBefore[word] ?? 0) > 0 && words.length > 0) behind.push(id);
      else words.push(this.#joinedToParticle(word, id, role, words));
    }
    this.#assign(behind, isTitled || behind.length > 3);
  }

  /** "de la cruz" is one surname: a particle that is not the first word takes the next one in. */
  #joinedToParticle(word: number, id: number, role: number, words: number[]): number {
    if (word === 0 || role === 3 || words.length < 2) return id;
    const before = words.at(-1) ?? 0;
    if (this.#roles.get(before) !== 3) return id;
    words.pop();
    const { codes, starts, ends } = this.#scanner;
    let first = word - 1;
    while (first > 1 && words.length > 1 && this.#roles.get(words.at(-1) ?? 0) === 3) {
      words.pop();
      first -= 1;
    }
    return this.#pool.internCodes(codes, starts[first] ?? 0, ends[word] ?? 0);
  }

  #assign(behind: readonly number[], isTitled: boolean): void {
    const reading = this.#reading;
    const words = this.#words;
    if (behind.length > 0 && !isTitled) {
      // "Smith, Ann Mary": the surname stands first.
      reading.given = behind[0] ?? 0;
      reading.surname = words.at(-1) ?? 0;
      reading.middles.push(...behind.slice(1));
      return;
    }
    reading.given = words[0] ?? 0;
    if (words.length > 1) reading.surname = words.at(-1) ?? 0;
    for (let at = 1; at < words.length - 1; at += 1) reading.middles.push(words[at] ?? 0);
    for (const id of behind) if (!this.#roles.has(id)) reading.middles.push(id);
  }

  #store(rows: Uint32Array, base: number): void {
    const { given, partner, surname, suffix, middles } = this.#reading;
    const isFirst = rows[base + AT.given] === 0 && rows[base + AT.surname] === 0;
    if (isFirst) {
      rows[base + AT.given] = given;
      rows[base + AT.surname] = surname;
    } else for (const id of [given, surname]) addMiddle(rows, base, id);
    if (partner !== 0) rows[base + AT.partner] = partner;
    if (suffix !== 0) rows[base + AT.suffix] = suffix;
    for (const id of middles) addMiddle(rows, base, id);
  }
}

/** Keeps up to three further names; what is given name or surname already is none. */
function addMiddle(rows: Uint32Array, base: number, id: number): void {
  if (id === 0 || id === rows[base + AT.given] || id === rows[base + AT.surname]) return;
  for (let at = AT.middle1; at <= AT.middle3; at += 1) {
    if (rows[base + at] === id) return;
    if (rows[base + at] === 0) {
      rows[base + at] = id;
      return;
    }
  }
}
