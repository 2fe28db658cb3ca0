import type { BusinessTransaction } from '../../platform/database/database.ts';
import { DECISION, type PeopleForest } from './people-forest.ts';
import { type Roster, findRecord } from './roster.ts';

/**
 * What people decided comes before every rule: "same" is joined, "different" and "household"
 * are kept apart. Of two that contradict each other the newer one counts.
 */
export async function applyDecisions(transaction: BusinessTransaction, roster: Roster, forest: PeopleForest): Promise<number> {
  const decisions = await transaction.rows<{ record_a: string; record_b: string; verdict: string }>(
    `select record_a, record_b, verdict
     from customers.decisions
     where business_id = $1 and revoked_at is null
     order by decided_at desc, id desc`,
    [transaction.businessId],
  );
  let applied = 0;
  for (const decision of decisions) {
    const a = findRecord(roster, decision.record_a);
    const b = findRecord(roster, decision.record_b);
    if (a < 0 || b < 0) continue;
    applied += 1;
    if (decision.verdict === 'same') forest.join(a, b, DECISION);
    else forest.keepApart(a, b);
  }
  return applied;
}
