import { sharedCodes, sharedNumbers } from '../threads/shared-arrays.ts';

/** What a pool is made of, as it goes from thread to thread. */
export interface PackedPool {
  codes: Uint16Array;
  starts: Uint32Array;
  masks: Uint32Array;
  hashes: Uint32Array;
  size: number;
}

/**
 * Distinct texts as numbers: id 0 is the empty text, the others are given in order of arrival.
 * Everything lives in typed arrays, so that a pool moves between threads without being copied
 * text by text, and texts are compared code unit by code unit without making strings.
 */
export class TextPool {
  codes: Uint16Array;
  /** Text `id` is codes[starts[id] .. starts[id + 1]). */
  starts: Uint32Array;
  /** Which characters a text holds, as bits: what bounds how alike two texts can be. */
  masks: Uint32Array;
  size = 1;
  #slots: Uint32Array;
  #hashes: Uint32Array;
  #scratch = new Uint16Array(256);

  constructor(expected = 1024) {
    this.codes = sharedCodes(expected * 10);
    this.starts = sharedNumbers(expected + 2);
    this.#hashes = sharedNumbers(expected + 2);
    this.masks = sharedNumbers(expected + 2);
    this.#slots = new Uint32Array(powerAbove(expected * 2));
  }

  /** A pool of another thread, to be read only: it cannot find texts, and what is added to it is lost. */
  static open({ codes, starts, masks, hashes, size }: PackedPool): TextPool {
    const pool = new TextPool(0);
    pool.codes = codes;
    pool.starts = starts;
    pool.masks = masks;
    pool.#hashes = hashes;
    pool.size = size;
    return pool;
  }

  pack(): PackedPool {
    return { codes: this.codes, starts: this.starts, masks: this.masks, hashes: this.#hashes, size: this.size };
  }

  /** Takes in every text of another pool; returns its id here by its id there. */
  takeIn({ codes, starts, size }: PackedPool): Uint32Array {
    const ids = new Uint32Array(size);
    for (let id = 1; id < size; id += 1) ids[id] = this.internCodes(codes, starts[id] ?? 0, starts[id + 1] ?? 0);
    return ids;
  }

  /** The id of a text, new when it was not seen before. */
  intern(text: string): number {
    const length = text.length;
    if (length === 0) return 0;
    if (length > this.#scratch.length) this.#scratch = new Uint16Array(length * 2);
    for (let at = 0; at < length; at += 1) this.#scratch[at] = text.charCodeAt(at);
    return this.internCodes(this.#scratch, 0, length);
  }

  /** The id of the text codes[from .. to). */
  internCodes(codes: Uint16Array, from: number, to: number): number {
    if (from >= to) return 0;
    const hash = hashCodes(codes, from, to);
    const mask = this.#slots.length - 1;
    let slot = hash & mask;
    for (let id = this.#slots[slot] ?? 0; id !== 0; id = this.#slots[slot] ?? 0) {
      if (this.#hashes[id] === hash && this.#holds(id, codes, from, to)) return id;
      slot = (slot + 1) & mask;
    }
    return this.#add(hash, slot, codes, from, to);
  }

  lengthOf(id: number): number {
    return (this.starts[id + 1] ?? 0) - (this.starts[id] ?? 0);
  }

  /** A hash of the text itself: the same in every pool. */
  hashOf(id: number): number {
    return this.#hashes[id] ?? 0;
  }

  textOf(id: number): string {
    let text = '';
    for (let at = this.starts[id] ?? 0; at < (this.starts[id + 1] ?? 0); at += 1) text += String.fromCharCode(this.codes[at] ?? 0);
    return text;
  }

  #holds(id: number, codes: Uint16Array, from: number, to: number): boolean {
    const start = this.starts[id] ?? 0;
    if ((this.starts[id + 1] ?? 0) - start !== to - from) return false;
    for (let at = from; at < to; at += 1) if (this.codes[start + at - from] !== codes[at]) return false;
    return true;
  }

  #add(hash: number, slot: number, codes: Uint16Array, from: number, to: number): number {
    const id = this.size;
    const start = this.starts[id] ?? 0;
    const end = start + to - from;
    if (end > this.codes.length) this.codes = grown(this.codes, sharedCodes(end * 2));
    if (id + 2 >= this.starts.length) {
      this.starts = grown(this.starts, sharedNumbers(id * 2 + 4));
      this.#hashes = grown(this.#hashes, sharedNumbers(id * 2 + 4));
      this.masks = grown(this.masks, sharedNumbers(id * 2 + 4));
    }
    let mask = 0;
    for (let at = from; at < to; at += 1) {
      const code = codes[at] ?? 0;
      this.codes[start + at - from] = code;
      mask |= 1 << (code & 31);
    }
    this.masks[id] = mask;
    this.starts[id + 1] = end;
    this.#hashes[id] = hash;
    this.size = id + 1;
    this.#slots[slot] = id;
    if (this.size * 2 > this.#slots.length) this.#rehash();
    return id;
  }

  #rehash(): void {
    this.#slots = new Uint32Array(this.#slots.length * 2);
    const mask = this.#slots.length - 1;
    for (let id = 1; id < this.size; id += 1) {
      let slot = (this.#hashes[id] ?? 0) & mask;
      while (this.#slots[slot] !== 0) slot = (slot + 1) & mask;
      this.#slots[slot] = id;
    }
  }
}

/** FNV-1a over code units, then mixed, so that the low bits can address a table. */
function hashCodes(codes: Uint16Array, from: number, to: number): number {
  let hash = 0x811c9dc5;
  for (let at = from; at < to; at += 1) hash = Math.imul(hash ^ (codes[at] ?? 0), 0x01000193);
  return mix(hash);
}

/** A bijection of 32 bits that spreads every bit over all others. */
export function mix(value: number): number {
  let hash = value | 0;
  hash = Math.imul(hash ^ (hash >>> 16), 0x85ebca6b);
  hash = Math.imul(hash ^ (hash >>> 13), 0xc2b2ae35);
  return (hash ^ (hash >>> 16)) >>> 0;
}

/** Two hashes as one; the order matters. */
export function join(first: number, second: number): number {
  return mix(Math.imul(first, 0x9e3779b1) ^ second);
}

function grown<T extends Uint16Array | Uint32Array>(array: Uint16Array | Uint32Array, larger: T): T {
  larger.set(array);
  return larger;
}

function powerAbove(count: number): number {
  let power = 16;
  while (power < count) power *= 2;
  return power;
}
