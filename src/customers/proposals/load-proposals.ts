import type { BusinessTransaction } from '../../platform/database/database.ts';
import { type Roster, findRecord } from '../resolve/roster.ts';
import type { Proposal } from './proposal.ts';

/** The proposals that stand, between records of the roster. */
export async function loadProposals(transaction: BusinessTransaction, roster: Roster): Promise<Proposal[]> {
  const rows = await transaction.rows<{ record_a: string; record_b: string; probability: string; state: string; reasons: string[] }>(
    'select record_a, record_b, probability, state, reasons from customers.proposals where business_id = $1',
    [transaction.businessId],
  );
  return rows
    .map(
      (row): Proposal => ({
        a: findRecord(roster, row.record_a),
        b: findRecord(roster, row.record_b),
        probability: Number(row.probability),
        state: row.state === 'joined' ? 'joined' : 'open',
        reasons: row.reasons,
      }),
    )
    .filter(({ a, b }) => a >= 0 && b >= 0);
}
