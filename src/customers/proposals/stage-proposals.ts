import { type Roster, recordIdOf } from '../resolve/roster.ts';
import type { Staging } from '../staging/staging.ts';
import type { Proposal } from './proposal.ts';

/** Stages proposals as `found_proposals`, where the ledger takes its reasons from. */
export async function stageProposals(staging: Staging, roster: Roster, proposals: readonly Proposal[]): Promise<void> {
  await staging.put(
    'found_proposals',
    (function* () {
      for (const { a, b, probability, state, tellReasons } of proposals)
        yield [recordIdOf(roster, a), recordIdOf(roster, b), probability.toFixed(4), state, JSON.stringify(tellReasons())];
    })(),
  );
}
