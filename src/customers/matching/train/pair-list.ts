import { sharedNumbers } from '../threads/shared-arrays.ts';

/** Compared pairs with their patterns, as columns. */
export interface PairColumns {
  first: Uint32Array;
  second: Uint32Array;
  low: Uint32Array;
  high: Uint32Array;
  size: number;
}

const COLUMNS = ['first', 'second', 'low', 'high'] as const;

/** Pairs in arrays that grow and that every thread sees. */
export class PairList implements PairColumns {
  first: Uint32Array;
  second: Uint32Array;
  low: Uint32Array;
  high: Uint32Array;
  size = 0;

  constructor(expected = 1 << 16) {
    this.first = sharedNumbers(expected);
    this.second = sharedNumbers(expected);
    this.low = sharedNumbers(expected);
    this.high = sharedNumbers(expected);
  }

  add(first: number, second: number, low: number, high: number): void {
    if (this.size === this.first.length) this.#grow(this.size * 2);
    this.first[this.size] = first;
    this.second[this.size] = second;
    this.low[this.size] = low;
    this.high[this.size] = high;
    this.size += 1;
  }

  /** Appends the pairs from one to another (that one left out) of other columns. */
  append(pairs: PairColumns, from: number, to: number): void {
    if (this.size + to - from > this.first.length) this.#grow(Math.max(this.size * 2, this.size + to - from));
    for (const column of COLUMNS) this[column].set(pairs[column].subarray(from, to), this.size);
    this.size += to - from;
  }

  #grow(length: number): void {
    for (const column of COLUMNS) {
      const larger = sharedNumbers(length);
      larger.set(this[column]);
      this[column] = larger;
    }
  }
}
