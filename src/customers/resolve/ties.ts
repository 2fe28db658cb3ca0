import type { NameAgreement } from '../normalise/names-agree.ts';
import type { People } from './assign-customers.ts';
import { SHARED, confidenceOf } from './confidence.ts';
import { DECISION, type Join, MATCH, type PeopleForest } from './people-forest.ts';
import { type Roster, VALUE_KINDS, recordIdOf } from './roster.ts';

/** Why a record belongs to its person, ready for the ledger. */
export interface Ground {
  method: 'FIRST_SEEN' | 'EXACT_MATCH' | 'SPLINK_HIGH_CONFIDENCE' | 'MANUAL_APPROVAL';
  confidence: number;
  /** The record it hangs on; null for the founder. */
  with: string | null;
  /** The kind of value that joined them, `match` (all evidence together) or `decision`. */
  by: string | null;
  /** Bits of SHARED. */
  shared: number;
  names: NameAgreement | null;
}

const FIRST_SEEN: Ground = { method: 'FIRST_SEEN', confidence: 1, with: null, by: null, shared: 0, names: null };
const METHODS = new Map<number, Ground['method']>([
  [DECISION, 'MANUAL_APPROVAL'],
  [MATCH, 'SPLINK_HIGH_CONFIDENCE'],
]);
const BITS = [SHARED.email, SHARED.phone, SHARED.quote_number];

/** Every record but the founders hangs on one nearer to its founder: found by walking the joins from there. */
export class Ties {
  readonly #roster: Roster;
  readonly #generic: readonly Uint8Array[];
  readonly #hangsOn: Int32Array;
  readonly #joins: readonly Join[];
  /** Per record the join it hangs by. */
  readonly #hangsBy: Int32Array;

  constructor(roster: Roster, generic: readonly Uint8Array[], forest: PeopleForest, people: People) {
    this.#roster = roster;
    this.#generic = generic;
    this.#hangsOn = new Int32Array(roster.count).fill(-1);
    this.#joins = forest.joins;
    this.#hangsBy = new Int32Array(roster.count).fill(-1);
    const edges = edgesByRecord(roster.count, forest);
    const queue = new Int32Array(roster.count);
    for (const { founder } of people.list) this.#walk(founder, edges, queue);
  }

  /** Why the record belongs where it does; the founder was the first seen. */
  groundOf(record: number): Ground {
    const other = this.#hangsOn[record] ?? -1;
    if (other < 0) return FIRST_SEEN;
    const join = this.#joins[this.#hangsBy[record] ?? -1];
    const reason = join?.reason ?? 0;
    const shared = this.#shared(record, other);
    const names = this.#names(record, other);
    return {
      method: METHODS.get(reason) ?? 'EXACT_MATCH',
      confidence: join?.probability ?? confidenceOf(reason, shared, names),
      with: recordIdOf(this.#roster, other),
      by: VALUE_KINDS[reason] ?? (reason === MATCH ? 'match' : 'decision'),
      shared,
      names,
    };
  }

  #walk(founder: number, { starts, ends, joins }: Edges, queue: Int32Array): void {
    queue[0] = founder;
    let length = 1;
    for (let next = 0; next < length; next += 1) {
      const from = queue[next] ?? 0;
      const stop = starts[from + 1] ?? 0;
      for (let at = starts[from] ?? 0; at < stop; at += 1) {
        const record = ends[at] ?? 0;
        if (record === founder || (this.#hangsOn[record] ?? -1) >= 0) continue;
        this.#hangsOn[record] = from;
        this.#hangsBy[record] = joins[at] ?? -1;
        queue[length] = record;
        length += 1;
      }
    }
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

interface Edges {
  starts: Int32Array;
  ends: Int32Array;
  joins: Int32Array;
}

/** The joins seen from each record: those of record r stand from starts[r] to starts[r + 1]. */
function edgesByRecord(count: number, forest: PeopleForest): Edges {
  const starts = new Int32Array(count + 2);
  for (const { a, b } of forest.joins) {
    starts[a + 2] = (starts[a + 2] ?? 0) + 1;
    starts[b + 2] = (starts[b + 2] ?? 0) + 1;
  }
  for (let at = 1; at < starts.length; at += 1) starts[at] = (starts[at] ?? 0) + (starts[at - 1] ?? 0);
  const ends = new Int32Array(forest.joins.length * 2);
  const joins = new Int32Array(forest.joins.length * 2);
  // starts[r + 1] is where the next edge of r goes; when all are put in, it is where r + 1 starts.
  const put = (from: number, to: number, join: number): void => {
    const at = starts[from + 1] ?? 0;
    ends[at] = to;
    joins[at] = join;
    starts[from + 1] = at + 1;
  };
  for (const [join, { a, b }] of forest.joins.entries()) {
    put(a, b, join);
    put(b, a, join);
  }
  return { starts, ends, joins };
}
