import type { BusinessTransaction } from '../../platform/database/database.ts';
import { GOLDEN_CHOICES, GOLDEN_FIELDS, type GoldenRule, tellRule } from './golden-fields.ts';
import { loadGoldenRules, type RuleInForce } from './load-golden-rules.ts';

/** How a field is chosen in a business. */
export interface FieldRule {
  field: string;
  title: string;
  /** What is chosen at once with it, and what a rule is set for; null for what no import carries. */
  chosenWith: string | null;
  rule: GoldenRule | null;
  /** Of `trusted`: tables in the order of trust. */
  sources: string[];
  /** Rules that may be set. */
  rules: GoldenRule[];
  /** The rule in plain words. */
  says: string;
  decidedBy: string | null;
  decidedAt: string | null;
}

/** Every golden field with its rule, in the order in which they are shown. */
export async function listGoldenFields(transaction: BusinessTransaction): Promise<FieldRule[]> {
  const rules = await loadGoldenRules(transaction);
  return GOLDEN_FIELDS.map(({ field, title, from }) => {
    const choice = GOLDEN_CHOICES.find((known) => known.choice === from?.choice);
    const rule = rules.find((known) => known.choice === from?.choice);
    return { field, title, chosenWith: choice?.choice ?? null, rules: [...(choice?.rules ?? [])], ...told(field, rule) };
  });
}

function told(field: string, rule: RuleInForce | undefined): Pick<FieldRule, 'rule' | 'sources' | 'says' | 'decidedBy' | 'decidedAt'> {
  if (rule === undefined) return { rule: null, sources: [], says: 'no import carries it; only by hand', decidedBy: null, decidedAt: null };
  const { choice, decidedBy, decidedAt, sources } = rule;
  const says = field === choice ? tellRule(rule.rule, sources) : `that of the ${choice}: ${tellRule(rule.rule, sources)}`;
  return { rule: rule.rule, sources, says, decidedBy, decidedAt };
}
