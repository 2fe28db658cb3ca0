import { RecordForest } from '../matching/group/record-forest.ts';
import type { MatchedPair } from '../matching/match-people.ts';
import type { StoredModel } from '../matching/model/stored-model.ts';
import type { ModelUse } from '../model/choose-model-use.ts';
import type { Scope } from '../resolve/choose-scope.ts';
import type { PeopleForest } from '../resolve/people-forest.ts';
import type { LoadedRecords } from '../resolve/load-records.ts';
import type { Staging } from '../staging/staging.ts';
import { type LookedAt, matchEvidence } from './match-evidence.ts';
import type { Proposal } from './proposal.ts';
import { readEvidence } from './read-evidence.ts';

/** Two compared records that are one person with some probability, by positions in the roster. */
export interface LikelyPair {
  a: number;
  b: number;
  probability: number;
}

/** What a run finds by weighing all evidence. */
export interface Weighed {
  proposals: Proposal[];
  likely: Iterable<LikelyPair>;
  /** The records that were compared, by position in the roster, and their keys, SLOTS each. */
  compared: { records: Int32Array; keys: Uint32Array };
  /** The model, when this run learnt it. */
  learnt: StoredModel | null;
  /** Ids of records outside of the scope that are likely somebody in it: they have to be looked at as well. */
  reached: string[];
  /** Kept when somebody wants to look inside: it holds every feature of every record compared. */
  looked: LookedAt | null;
}

/**
 * Weighs all evidence between people whom the exact rules left apart. Pairs above .95 are to be
 * joined; from .75 on, and below where it is worth a look, a person is asked, about each person one pair at a time, the
 * surest first.
 */
export async function weighEvidence(
  staging: Staging,
  known: LoadedRecords & { forest: PeopleForest },
  scope: Scope,
  model: { use: ModelUse; modelId: string | null },
): Promise<Weighed> {
  const { forest } = known;
  const evidence = await readEvidence(staging.transaction, known, scope);
  const { pairs, likely, ...found } = await matchEvidence(staging, evidence, scope, model);
  const joined: Candidate[] = [];
  const asking = new Asking(known.roster.count);
  for (const pair of pairs) {
    const candidate = candidateOf(pair, evidence.records, forest);
    const { a, b, people } = candidate;
    if (people[0] === people[1] || forest.areApart(a, b)) continue;
    if (pair.isTogether) {
      joined.push(candidate);
      asking.settle(candidate);
    } else asking.consider(candidate);
  }
  const proposals = [...joined, ...asking.finish()].map(
    ({ a, b, probability, isTogether, tellReasons }): Proposal => ({
      a,
      b,
      probability,
      state: isTogether ? 'joined' : 'open',
      tellReasons,
    }),
  );
  return { ...found, proposals, likely, compared: { records: evidence.records, keys: found.keys } };
}

/** A matched pair by positions in the roster, the older record first, with the groups of the exact rules they are in. */
interface Candidate extends MatchedPair {
  people: [number, number];
}

function candidateOf(pair: MatchedPair, records: Int32Array, forest: PeopleForest): Candidate {
  const [first, second] = [records[pair.a] ?? 0, records[pair.b] ?? 0];
  const [a, b] = [Math.min(first, second), Math.max(first, second)];
  return { ...pair, a, b, people: [forest.rootOf(a), forest.rootOf(b)] };
}

/**
 * Of somebody's doubtful pairs only the surest: the answer may settle the others, and where somebody fits better nobody
 * else is asked about. Nobody is asked about people that are joined anyway. All pairs that are joined come first, then the
 * doubtful ones, the surest first; equally sure ones are put in order among themselves, so that no more of them are held.
 */
class Asking {
  readonly #together: RecordForest;
  readonly #asked = new Set<number>();
  readonly #chosen: Candidate[] = [];
  #equal: Candidate[] = [];

  constructor(records: number) {
    this.#together = new RecordForest(records);
  }

  settle({ people }: Candidate): void {
    this.#together.join(people[0], people[1]);
  }

  consider(candidate: Candidate): void {
    if (this.#equal[0]?.probability !== candidate.probability) this.#choose();
    if (!this.#isSettled(candidate)) this.#equal.push(candidate);
  }

  finish(): Candidate[] {
    this.#choose();
    return this.#chosen;
  }

  #choose(): void {
    for (const candidate of this.#equal.sort(bySureness)) {
      if (this.#isSettled(candidate)) continue;
      for (const person of this.#namesOf(candidate)) this.#asked.add(person);
      this.#chosen.push(candidate);
    }
    this.#equal = [];
  }

  #isSettled(candidate: Candidate): boolean {
    const [one, other] = this.#namesOf(candidate);
    return one === other || this.#asked.has(one) || this.#asked.has(other);
  }

  #namesOf({ people }: Candidate): [number, number] {
    return [this.#together.rootOf(people[0]), this.#together.rootOf(people[1])];
  }
}

function bySureness(one: Candidate, other: Candidate): number {
  return other.probability - one.probability || one.a - other.a || one.b - other.b;
}
