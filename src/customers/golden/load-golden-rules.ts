import type { BusinessTransaction } from '../../platform/database/database.ts';
import { GOLDEN_CHOICES, GOLDEN_RULES, type GoldenRule } from './golden-fields.ts';
import presentRulesSql from './present-rules.sql';

/** How one choice is made in a business. */
export interface RuleInForce {
  choice: string;
  rule: GoldenRule;
  /** Of the rule `trusted`: tables in the order of trust. */
  sources: string[];
  /** Who said so and when; null for the default. */
  decidedBy: string | null;
  decidedAt: string | null;
}

/** The rule of every choice, in the order in which they are shown. */
export async function loadGoldenRules(transaction: BusinessTransaction): Promise<RuleInForce[]> {
  return rulesInForce(await transaction.prepared<SaidRule>(presentRulesSql, [transaction.businessId]));
}

interface SaidRule {
  field: string;
  rule: string | null;
  sources: string[];
  decidedBy: string;
  decidedAt: Date;
}

/** What was said of some choices, and the default of the others. */
export function rulesInForce(said: readonly SaidRule[]): RuleInForce[] {
  return GOLDEN_CHOICES.map(({ choice, default: byDefault }) => {
    const found = said.find(({ field }) => field === choice);
    const rule = GOLDEN_RULES.find((known) => known === found?.rule);
    if (found === undefined || rule === undefined) return { choice, rule: byDefault, sources: [], decidedBy: null, decidedAt: null };
    return { choice, rule, sources: found.sources, decidedBy: found.decidedBy, decidedAt: found.decidedAt.toISOString() };
  });
}

/** Whether a choice is made otherwise than every business does by itself. */
export function isOwnRule({ choice, rule }: RuleInForce): boolean {
  return GOLDEN_CHOICES.find((known) => known.choice === choice)?.default !== rule;
}
