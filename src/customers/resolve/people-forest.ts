/** Why two records were put together: a shared value, all evidence weighed together, or what a person said. */
export interface Join {
  a: number;
  b: number;
  /** Index into VALUE_KINDS, or DECISION or MATCH. */
  reason: number;
  /** Of a MATCH: the chance that they are one person. */
  probability?: number;
}

export const DECISION = 3;
export const MATCH = 4;

/**
 * Which records are one person: union-find with a memory of every join that united two
 * groups, and of pairs a person called different, which are never united.
 */
export class PeopleForest {
  readonly #parents: Int32Array;
  readonly #sizes: Int32Array;
  readonly #enemies = new Map<number, Set<number>>();
  readonly joins: Join[] = [];

  constructor(count: number) {
    this.#parents = Int32Array.from({ length: count }, (_, index) => index);
    this.#sizes = new Int32Array(count).fill(1);
  }

  /** The record that stands for the group of this one. */
  rootOf(record: number): number {
    const parents = this.#parents;
    let root = record;
    while (parents[root] !== root) root = parents[root] ?? root;
    let at = record;
    while (at !== root) {
      const next = parents[at] ?? root;
      parents[at] = root;
      at = next;
    }
    return root;
  }

  /** Unites the groups of two records; false when a person called members of them different. */
  join(a: number, b: number, reason: number, probability?: number): boolean {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    if (rootA === rootB) return true;
    if (this.#enemies.get(rootA)?.has(rootB) === true) return false;
    const [big, small] = (this.#sizes[rootA] ?? 0) >= (this.#sizes[rootB] ?? 0) ? [rootA, rootB] : [rootB, rootA];
    this.#parents[small] = big;
    this.#sizes[big] = (this.#sizes[big] ?? 0) + (this.#sizes[small] ?? 0);
    this.#passEnemies(small, big);
    this.joins.push(probability === undefined ? { a, b, reason } : { a, b, reason, probability });
    return true;
  }

  /** Whether a person keeps the groups of two records apart. */
  areApart(a: number, b: number): boolean {
    return this.#enemies.get(this.rootOf(a))?.has(this.rootOf(b)) === true;
  }

  /** Keeps two groups apart from now on; false when they are one already. */
  keepApart(a: number, b: number): boolean {
    const rootA = this.rootOf(a);
    const rootB = this.rootOf(b);
    if (rootA === rootB) return false;
    this.#enemiesOf(rootA).add(rootB);
    this.#enemiesOf(rootB).add(rootA);
    return true;
  }

  #passEnemies(from: number, to: number): void {
    const enemies = this.#enemies.get(from);
    if (enemies === undefined) return;
    this.#enemies.delete(from);
    for (const enemy of enemies) {
      this.#enemiesOf(enemy).delete(from);
      this.#enemiesOf(enemy).add(to);
      this.#enemiesOf(to).add(enemy);
    }
  }

  #enemiesOf(root: number): Set<number> {
    const known = this.#enemies.get(root);
    if (known !== undefined) return known;
    const made = new Set<number>();
    this.#enemies.set(root, made);
    return made;
  }
}
