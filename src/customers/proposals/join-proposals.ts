import { MATCH, type PeopleForest } from '../resolve/people-forest.ts';
import type { Proposal } from './proposal.ts';

/** Joins what was found to be one person, the surest first; what a person keeps apart stays apart. */
export function joinProposals(forest: PeopleForest, proposals: readonly Proposal[]): void {
  const joined = proposals
    .filter(({ state }) => state === 'joined')
    .sort((x, y) => y.probability - x.probability || x.a - y.a || x.b - y.b);
  for (const { a, b, probability } of joined) forest.join(a, b, MATCH, probability);
}
