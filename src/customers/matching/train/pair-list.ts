/** Compared pairs with their patterns, in arrays that grow. */
export class PairList {
  first = new Uint32Array(1 << 16);
  second = new Uint32Array(1 << 16);
  low = new Uint32Array(1 << 16);
  high = new Uint32Array(1 << 16);
  size = 0;

  add(first: number, second: number, low: number, high: number): void {
    if (this.size === this.first.length) this.#grow();
    this.first[this.size] = first;
    this.second[this.size] = second;
    this.low[this.size] = low;
    this.high[this.size] = high;
    this.size += 1;
  }

  #grow(): void {
    const length = this.first.length * 2;
    const grow = (array: Uint32Array): Uint32Array<ArrayBuffer> => {
      const larger = new Uint32Array(length);
      larger.set(array);
      return larger;
    };
    this.first = grow(this.first);
    this.second = grow(this.second);
    this.low = grow(this.low);
    this.high = grow(this.high);
  }
}
