import type { Scope } from '../resolve/choose-scope.ts';
import { type Roster, findRecord } from '../resolve/roster.ts';
import type { Staging } from '../staging/staging.ts';
import findSql from './find-proposals.sql';
import type { Proposal } from './proposal.ts';

/** The proposals that stand, between records of the roster. */
export async function loadProposals(staging: Staging, scope: Scope, roster: Roster): Promise<Proposal[]> {
  const rows = await staging.rows<{ record_a: string; record_b: string; probability: string; state: string; reasons: string[] }>(
    findSql.replace(':within', () => (scope === 'all' ? 'true' : IN_SCOPE)),
    [staging.transaction.businessId],
  );
  return rows
    .map(
      (row): Proposal => ({
        a: findRecord(roster, row.record_a),
        b: findRecord(roster, row.record_b),
        probability: Number(row.probability),
        state: row.state === 'joined' ? 'joined' : 'open',
        tellReasons: () => row.reasons,
      }),
    )
    .filter(({ a, b }) => a >= 0 && b >= 0);
}

const IN_SCOPE = 'proposal.record_a in (select scope.id from scope_records as scope)';
