import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type Roster, recordIdOf } from '../resolve/roster.ts';
import { stageTable } from '../resolve/stage-plan.ts';
import type { Proposal } from './proposal.ts';

/** Puts proposals into the temp table `found_proposals`, where the ledger takes its reasons from. */
export async function stageProposals(transaction: BusinessTransaction, roster: Roster, proposals: readonly Proposal[]): Promise<void> {
  await stageTable(
    transaction,
    'found_proposals (record_a uuid, record_b uuid, probability numeric, state text, reasons jsonb)',
    proposals.map(({ a, b, probability, state, reasons }) => [
      recordIdOf(roster, a),
      recordIdOf(roster, b),
      probability.toFixed(4),
      state,
      JSON.stringify(reasons),
    ]),
  );
}
