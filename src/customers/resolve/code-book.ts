/**
 * Numbers 64-bit hashes 1, 2, 3 … as they come: two hashes get one code only when they are
 * equal. Open addressing over typed arrays; a Map of bigints would take ten times the memory.
 */
export class CodeBook {
  #mask: number;
  #high: Int32Array;
  #low: Int32Array;
  #codes: Int32Array;
  #size = 0;

  constructor(expected: number) {
    let capacity = 1024;
    while (capacity < expected * 2) capacity *= 2;
    this.#mask = capacity - 1;
    this.#high = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#codes = new Int32Array(capacity);
  }

  /** How many different hashes were numbered; codes run from 1 to this. */
  get size(): number {
    return this.#size;
  }

  /** The code of a hash; a new one when it was not seen before. */
  code(high: number, low: number): number {
    const at = this.#slot(high, low);
    const known = this.#codes[at] ?? 0;
    if (known !== 0) return known;
    this.#size += 1;
    this.#high[at] = high;
    this.#low[at] = low;
    this.#codes[at] = this.#size;
    if (this.#size * 2 > this.#mask) this.#grow();
    return this.#size;
  }

  /** The code of a hash, 0 when it was never seen. */
  find(high: number, low: number): number {
    return this.#codes[this.#slot(high, low)] ?? 0;
  }

  #slot(high: number, low: number): number {
    let at = (Math.imul(high, 0x9e3779b1) ^ Math.imul(low, 0x85ebca6b)) >>> 0;
    at = (at ^ (at >>> 15)) & this.#mask;
    while (this.#codes[at] !== 0 && (this.#high[at] !== high || this.#low[at] !== low)) at = (at + 1) & this.#mask;
    return at;
  }

  #grow(): void {
    const { high, low, codes } = { high: this.#high, low: this.#low, codes: this.#codes };
    const capacity = (this.#mask + 1) * 2;
    this.#mask = capacity - 1;
    this.#high = new Int32Array(capacity);
    this.#low = new Int32Array(capacity);
    this.#codes = new Int32Array(capacity);
    for (let index = 0; index < codes.length; index += 1) {
      if (codes[index] === 0) continue;
      const at = this.#slot(high[index] ?? 0, low[index] ?? 0);
      this.#high[at] = high[index] ?? 0;
      this.#low[at] = low[index] ?? 0;
      this.#codes[at] = codes[index] ?? 0;
    }
  }
}
