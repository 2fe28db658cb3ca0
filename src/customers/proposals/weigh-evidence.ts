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
  likely: LikelyPair[];
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
  const candidates = pairs
    .map((pair): Candidate => candidateOf(pair, evidence.records, forest))
    .filter(({ a, b, people }) => people[0] !== people[1] && !forest.areApart(a, b));
  const joined = candidates.filter(({ isTogether }) => isTogether);
  const doubtful = candidates.filter(({ isTogether }) => !isTogether).sort(bySureness);
  const proposals = [...joined, ...onePerPerson(doubtful, joined)].map(
    ({ a, b, probability, isTogether, tellReasons }): Proposal => ({
      a,
      b,
      probability,
      state: isTogether ? 'joined' : 'open',
      reasons: tellReasons(),
    }),
  );
  return { ...found, proposals, likely, compared: { records: evidence.records, keys: found.keys } };
}

/** A matched pair by positions in the roster, the older record first, with the groups of the exact rules they are in. */
interface Candidate extends MatchedPair {
  people: [number, number];
}

function candidateOf(pair: MatchedPair, records: Int32Array, forest: PeopleForest): Candidate {
  const [a = 0, b = 0] = [records[pair.a] ?? 0, records[pair.b] ?? 0].sort((x, y) => x - y);
  return { ...pair, a, b, people: [forest.rootOf(a), forest.rootOf(b)] };
}

/**
 * Of somebody's doubtful pairs only the surest: the answer may settle the others, and where somebody fits better nobody
 * else is asked about. Nobody is asked about people that are joined anyway.
 */
function onePerPerson(doubtful: readonly Candidate[], joined: readonly Candidate[]): Candidate[] {
  const names = new Map<number, number>();
  const nameOf = (person: number): number => {
    const name = names.get(person) ?? person;
    return name === person ? person : nameOf(name);
  };
  for (const { people } of joined) names.set(nameOf(people[0]), nameOf(people[1]));
  const asked = new Set<number>();
  return doubtful.filter(({ people }) => {
    const [one, other] = [nameOf(people[0]), nameOf(people[1])];
    if (one === other || asked.has(one) || asked.has(other)) return false;
    asked.add(one).add(other);
    return true;
  });
}

function bySureness(one: Candidate, other: Candidate): number {
  return other.probability - one.probability || one.a - other.a || one.b - other.b;
}
