import type { Staging } from '../staging/staging.ts';
import type { Scope } from './choose-scope.ts';
import applicableSql from './find-decisions.sql';
import { DECISION, type PeopleForest } from './people-forest.ts';
import { type Roster, findRecord } from './roster.ts';

/**
 * What people decided comes before every rule: "same" is joined, "different" and "household"
 * are kept apart. Of two that contradict each other the newer one counts.
 */
export async function applyDecisions(staging: Staging, scope: Scope, roster: Roster, forest: PeopleForest): Promise<number> {
  const decisions = await staging.rows<{ record_a: string; record_b: string; verdict: string }>(
    applicableSql.replace(':within', () => (scope === 'all' ? 'true' : IN_SCOPE)),
    [staging.transaction.businessId],
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

/** Whom a decision is about is in scope together. */
const IN_SCOPE = 'decision.record_a in (select scope.id from scope_records as scope)';
