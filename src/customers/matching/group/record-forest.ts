/** Union-find over records; the smallest record of a group stands for it. */
export class RecordForest {
  readonly #parents: Uint32Array;

  constructor(count: number) {
    this.#parents = new Uint32Array(count);
    for (let record = 0; record < count; record += 1) this.#parents[record] = record;
  }

  rootOf(record: number): number {
    const parents = this.#parents;
    let at = record;
    for (let parent = parents[at] ?? at; parent !== at; parent = parents[at] ?? at) {
      const above = parents[parent] ?? parent;
      parents[at] = above;
      at = above;
    }
    return at;
  }

  join(first: number, second: number): void {
    const a = this.rootOf(first);
    const b = this.rootOf(second);
    if (a < b) this.#parents[b] = a;
    else this.#parents[a] = b;
  }
}
