import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type MatchedPair, matchPeople } from '../matching/match-people.ts';
import type { PeopleForest } from '../resolve/people-forest.ts';
import type { Roster } from '../resolve/roster.ts';
import { AUTOMATIC, DOUBTFUL, type Proposal } from './proposal.ts';
import { readEvidence } from './read-evidence.ts';

/**
 * Weighs all evidence between people whom the exact rules left apart. Pairs above .95 are to be
 * joined, those from .75 wait for a person; of two people the surest pair is enough.
 */
export async function findProposals(
  transaction: BusinessTransaction,
  roster: Roster,
  generic: readonly Uint8Array[],
  forest: PeopleForest,
): Promise<Proposal[]> {
  const { table, records } = await readEvidence(transaction, roster, generic, forest);
  if (table.ids.length < 2) return [];
  const best = new Map<string, Proposal>();
  for (const pair of matchPeople(table, { automatic: AUTOMATIC, doubtful: DOUBTFUL })) {
    const proposal = asProposal(pair, records);
    const people = [forest.rootOf(proposal.a), forest.rootOf(proposal.b)];
    if (people[0] === people[1] || forest.areApart(proposal.a, proposal.b)) continue;
    const key = people.sort((x, y) => x - y).join(' ');
    const known = best.get(key);
    if (known === undefined || isSurer(proposal, known)) best.set(key, proposal);
  }
  return [...best.values()];
}

function asProposal(pair: MatchedPair, records: Int32Array): Proposal {
  const [a = 0, b = 0] = [records[pair.a] ?? 0, records[pair.b] ?? 0].sort((x, y) => x - y);
  return { a, b, probability: pair.probability, state: pair.isTogether ? 'joined' : 'open', reasons: pair.reasons };
}

/** A joined pair before an open one, then the likelier, then the older. */
function isSurer(one: Proposal, other: Proposal): boolean {
  if (one.state !== other.state) return one.state === 'joined';
  if (one.probability !== other.probability) return one.probability > other.probability;
  return one.a < other.a || (one.a === other.a && one.b < other.b);
}
