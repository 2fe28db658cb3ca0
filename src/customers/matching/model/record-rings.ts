/** Records that a chain of links connects, as rings: joining two takes one exchange, walking one takes as many steps as it has records. */
export class RecordRings {
  #parents: Uint32Array;
  #next: Uint32Array;

  constructor(room: number) {
    this.#parents = counting(room);
    this.#next = counting(room);
  }

  join(first: number, second: number): void {
    this.#makeRoom(Math.max(first, second));
    const [a, b] = [this.#rootOf(first), this.#rootOf(second)];
    if (a === b) return;
    this.#parents[Math.max(a, b)] = Math.min(a, b);
    const next = this.#next[a] ?? a;
    this.#next[a] = this.#next[b] ?? b;
    this.#next[b] = next;
  }

  membersOf(record: number): number[] {
    this.#makeRoom(record);
    const members = [record];
    for (let at = this.#next[record] ?? record; at !== record; at = this.#next[at] ?? record) members.push(at);
    return members;
  }

  #rootOf(record: number): number {
    let at = record;
    for (let parent = this.#parents[at] ?? at; parent !== at; parent = this.#parents[at] ?? at) {
      this.#parents[at] = this.#parents[parent] ?? parent;
      at = this.#parents[at] ?? at;
    }
    return at;
  }

  #makeRoom(record: number): void {
    if (record < this.#parents.length) return;
    const [parents, next] = [counting(record * 2), counting(record * 2)];
    parents.set(this.#parents);
    next.set(this.#next);
    this.#parents = parents;
    this.#next = next;
  }
}

function counting(room: number): Uint32Array {
  const numbers = new Uint32Array(room);
  for (let at = 0; at < room; at += 1) numbers[at] = at;
  return numbers;
}
