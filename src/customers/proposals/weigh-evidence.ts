import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type MatchedPair, matchPeople } from '../matching/match-people.ts';
import type { PeopleForest } from '../resolve/people-forest.ts';
import type { Roster } from '../resolve/roster.ts';
import { AUTOMATIC, DOUBTFUL, type Proposal } from './proposal.ts';
import { readEvidence } from './read-evidence.ts';

/** More questions than these nobody answers before the next run asks anew. */
const MOST_QUESTIONS = 5_000;

/**
 * Weighs all evidence between people whom the exact rules left apart. Pairs above .95 are to be
 * joined; from .75 on a person is asked, about each person one pair at a time, the surest first.
 */
export async function findProposals(
  transaction: BusinessTransaction,
  roster: Roster,
  generic: readonly Uint8Array[],
  forest: PeopleForest,
): Promise<Proposal[]> {
  const evidence = await readEvidence(transaction, roster, generic, forest);
  if (evidence.table.ids.length < 2) return [];
  const pairs = matchPeople(evidence.table, { automatic: AUTOMATIC, doubtful: DOUBTFUL })
    .map((pair): Candidate => candidateOf(pair, evidence.records, forest))
    .filter(({ a, b, people }) => people[0] !== people[1] && !forest.areApart(a, b));
  const joined = pairs.filter(({ isTogether }) => isTogether);
  const doubtful = pairs.filter(({ isTogether }) => !isTogether).sort(bySureness);
  return [...joined, ...onePerPerson(doubtful, joined).slice(0, MOST_QUESTIONS)].map(({ a, b, probability, isTogether, tellReasons }) => ({
    a,
    b,
    probability,
    state: isTogether ? 'joined' : 'open',
    reasons: tellReasons(),
  }));
}

/** A matched pair by positions in the roster, the older record first, with the groups of the exact rules they are in. */
interface Candidate extends MatchedPair {
  people: [number, number];
}

function candidateOf(pair: MatchedPair, records: Int32Array, forest: PeopleForest): Candidate {
  const [a = 0, b = 0] = [records[pair.a] ?? 0, records[pair.b] ?? 0].sort((x, y) => x - y);
  return { ...pair, a, b, people: [forest.rootOf(a), forest.rootOf(b)] };
}

/** Of somebody's doubtful pairs only the surest: the answer may settle the others. Nobody is asked about people that are joined anyway. */
function onePerPerson(doubtful: readonly Candidate[], joined: readonly Candidate[]): Candidate[] {
  const together = new Set(joined.map(({ people }) => people.join(' ')));
  const asked = new Set<number>();
  return doubtful.filter(({ people }) => {
    if (together.has(people.join(' ')) || people.some((person) => asked.has(person))) return false;
    for (const person of people) asked.add(person);
    return true;
  });
}

function bySureness(one: Candidate, other: Candidate): number {
  return other.probability - one.probability || one.a - other.a || one.b - other.b;
}
