import type { NameAgreement } from '../normalise/names-agree.ts';
import type { PeopleForest } from './people-forest.ts';
import { SHARED } from './confidence.ts';
import type { Roster } from './roster.ts';

/** Why a record belongs to its group: the record it hangs on and what the two have in common. */
export interface Tie {
  with: number;
  /** Index into VALUE_KINDS, or DECISION. */
  reason: number;
  /** Bits of SHARED. */
  shared: number;
  names: NameAgreement;
}

/** Walks the joins of each group from its founder, so that every other record hangs on one nearer to the founder. */
export class JoinWalk {
  readonly #roster: Roster;
  readonly #starts: Int32Array;
  readonly #ends: Int32Array;
  readonly #reasons: Uint8Array;
  readonly #generic: readonly Uint8Array[];

  constructor(roster: Roster, forest: PeopleForest, generic: readonly Uint8Array[]) {
    this.#roster = roster;
    this.#generic = generic;
    const { joins } = forest;
    this.#starts = new Int32Array(roster.count + 1);
    for (const { a, b } of joins) {
      this.#starts[a] = (this.#starts[a] ?? 0) + 1;
      this.#starts[b] = (this.#starts[b] ?? 0) + 1;
    }
    let sum = 0;
    for (let record = 0; record <= roster.count; record += 1) {
      sum += this.#starts[record] ?? 0;
      this.#starts[record] = sum;
    }
    this.#ends = new Int32Array(joins.length * 2);
    this.#reasons = new Uint8Array(joins.length * 2);
    for (const { a, b, reason } of joins) {
      this.#put(a, b, reason);
      this.#put(b, a, reason);
    }
  }

  /** The tie of every record of the founder's group but the founder. */
  tiesFrom(founder: number): Map<number, Tie> {
    const ties = new Map<number, Tie>();
    const queue = [founder];
    // The queue grows while it is walked.
    for (const next of queue) {
      const end = this.#starts[next + 1] ?? this.#ends.length;
      for (let at = this.#starts[next] ?? 0; at < end; at += 1) {
        const record = this.#ends[at] ?? -1;
        if (record === founder || ties.has(record)) continue;
        ties.set(record, { with: next, reason: this.#reasons[at] ?? 0, shared: this.#shared(next, record), names: this.#names(next, record) });
        queue.push(record);
      }
    }
    return ties;
  }

  /** starts[record] is the end of its stretch at first, and its start when all are put in. */
  #put(from: number, to: number, reason: number): void {
    const at = (this.#starts[from] ?? 0) - 1;
    this.#starts[from] = at;
    this.#ends[at] = to;
    this.#reasons[at] = reason;
  }

  #shared(a: number, b: number): number {
    let bits = 0;
    for (const [kind, column] of this.#roster.values.entries()) {
      const code = column[a] ?? 0;
      if (code !== 0 && code === column[b] && this.#generic[kind]?.[code] !== 1) bits |= BITS[kind] ?? 0;
    }
    return bits;
  }

  #names(a: number, b: number): NameAgreement {
    const { levels, people } = this.#roster;
    if (levels[a] === 0 || levels[b] === 0) return 'no_name';
    if (people[a] === people[b]) return 'same_name';
    return levels[a] === 1 || levels[b] === 1 ? 'first_name' : 'initial';
  }
}

const BITS = [SHARED.email, SHARED.phone, SHARED.quote_number];
