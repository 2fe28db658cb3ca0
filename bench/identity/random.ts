/** A seeded stream of random numbers (xorshift32 behind a mixed seed): the same seed, the same set, on any machine. */
export class Random {
  #state: number;

  constructor(seed: number) {
    let mixed = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b);
    mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
    this.#state = (mixed ^ (mixed >>> 16)) >>> 0 || 1;
  }

  /** From 0 (included) to 1 (excluded). */
  share(): number {
    let state = this.#state;
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    this.#state = state >>> 0;
    return this.#state / 4_294_967_296;
  }

  chance(share: number): boolean {
    return this.share() < share;
  }

  /** A whole number from `low` to `high`, both included. */
  between(low: number, high: number): number {
    return low + Math.floor(this.share() * (high - low + 1));
  }

  pick<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.share() * list.length)];
    if (found === undefined) throw new RangeError('expected a list with something in it, got an empty one');
    return found;
  }

  /** The early ones of a list far more often than the late ones, as names are borne. */
  pickEarly<T>(list: readonly T[]): T {
    const found = list[Math.floor(this.share() ** 2.2 * list.length)];
    if (found === undefined) throw new RangeError('expected a list with something in it, got an empty one');
    return found;
  }

  /** The index of a weight, in proportion to the weights. */
  weighted(weights: readonly number[]): number {
    let left = this.share() * weights.reduce((sum, weight) => sum + weight, 0);
    const found = weights.findIndex((weight) => {
      left -= weight;
      return left < 0;
    });
    return found < 0 ? weights.length - 1 : found;
  }

  digits(count: number): string {
    let text = '';
    for (let at = 0; at < count; at += 1) text += String(this.between(0, 9));
    return text;
  }

  shuffle<T>(list: T[]): T[] {
    for (let at = list.length - 1; at > 0; at -= 1) {
      const other = this.between(0, at);
      const [a, b] = [list[at], list[other]];
      if (a === undefined || b === undefined) continue;
      list[at] = b;
      list[other] = a;
    }
    return list;
  }
}
