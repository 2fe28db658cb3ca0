import type { BusinessTransaction } from '../../../platform/database/database.ts';
import { Fault } from '../../../platform/fault.ts';
import { uuidV7 } from '../../../platform/uuid.ts';
import { composeChoice } from '../choose/compose-choice.ts';
import { GOLDEN_CHOICES, GOLDEN_FIELDS, type GoldenChoice, type GoldenRule, shortSource, STORED_CHOICES } from '../golden-fields.ts';
import { loadGoldenRules, type RuleInForce } from '../load-golden-rules.ts';
import { restateGolden } from '../settle-golden.ts';
import compareSql from './compare-choices.sql';
import { openSaying } from './open-saying.ts';
import type { SayOptions } from './set-field.ts';

export interface RuleSaying {
  field: string;
  /** `default` goes back to what every business does. */
  rule: string;
  /** Of `trusted`: tables in the order of trust, with or without their schema. */
  sources: readonly string[];
}

export interface RuleReport {
  field: string;
  run: string;
  before: RuleInForce;
  after: RuleInForce;
  /** Customers whose value changes, what people set by hand aside. */
  changed: number;
  examples: { customer: string; before: string | null; after: string | null }[];
}

/** Says by which rule a field is chosen from now on, for all customers. Runs inside the caller's transaction; rolling back is the dry run. */
export async function setRule(transaction: BusinessTransaction, saying: RuleSaying, options: SayOptions): Promise<RuleReport> {
  const { businessId } = transaction;
  const choice = getChoice(saying.field);
  const rule = getRule(choice, saying.rule);
  const sources = getSources(rule, saying.sources, options);
  const before = await ruleOf(transaction, choice);
  await stageChosen(transaction, 'golden_before', before, options);
  const now = new Date();
  const run = await openSaying(transaction, {
    purpose: 'rule',
    decidedBy: options.decidedBy,
    now,
    object: choice.choice,
    details: { rule, sources },
  });
  await transaction.run(
    `insert into customers.golden_rules (business_id, id, field, rule, sources, run_id, decided_by, decided_at)
     values ($1, $2, $3, $4, $5, $6, $7, $8)`,
    [businessId, uuidV7(), choice.choice, rule, sources, run, options.decidedBy, now],
  );
  const after = await ruleOf(transaction, choice);
  await stageChosen(transaction, 'golden_after', after, options);
  const compared = await transaction.one<Pick<RuleReport, 'changed' | 'examples'>>(compareSql);
  if (STORED_CHOICES.includes(choice.choice))
    await restateGolden(transaction, 'select chosen.customer_id from golden_after as chosen', now);
  return { field: choice.choice, run, before, after, ...compared };
}

function getChoice(field: string): GoldenChoice {
  const known = GOLDEN_CHOICES.find(({ choice }) => choice === field);
  if (known !== undefined) return known;
  const part = GOLDEN_FIELDS.find((wanted) => wanted.field === field);
  const advice =
    part === undefined
      ? ''
      : part.from === null
        ? ` No import carries ${field}: it has no rule.`
        : ` ${field} is chosen with ${part.from.choice}.`;
  throw new Fault(
    'unknown_field',
    `A rule is set for ${GOLDEN_CHOICES.map(({ choice }) => choice).join(', ')}; found "${field}".${advice}`,
    {
      exit: 'usage',
      status: 404,
    },
  );
}

function getRule({ choice, rules }: GoldenChoice, wanted: string): GoldenRule | null {
  if (wanted === 'default') return null;
  const rule = rules.find((known) => known === wanted);
  if (rule !== undefined) return rule;
  throw new Fault('unknown_rule', `A rule for ${choice} is ${rules.join(', ')} or default; found "${wanted}".`, {
    exit: 'usage',
    status: 422,
  });
}

function getSources(rule: GoldenRule | null, wanted: readonly string[], { sources }: SayOptions): string[] {
  const known = sources.map(({ source }) => source);
  const teach = `Sources are ${known.map(shortSource).join(', ')}`;
  if (rule !== 'trusted' && wanted.length > 0)
    throw new Fault('unknown_source', `Only the rule "trusted" takes sources. ${teach}.`, { exit: 'usage', status: 422 });
  if (rule === 'trusted' && wanted.length === 0)
    throw new Fault('unknown_source', `The rule "trusted" needs the sources, the most trusted first. ${teach}.`, {
      exit: 'usage',
      status: 422,
    });
  const found = wanted.map((name) => {
    const source = known.find((table) => table === name || shortSource(table) === name);
    if (source !== undefined) return source;
    throw new Fault('unknown_source', `${teach}; found "${name}".`, { exit: 'usage', status: 422 });
  });
  return [...new Set(found)];
}

async function ruleOf(transaction: BusinessTransaction, { choice }: GoldenChoice): Promise<RuleInForce> {
  const found = (await loadGoldenRules(transaction)).find((rule) => rule.choice === choice);
  if (found !== undefined) return found;
  throw new Error(`No rule for ${choice}: every choice has a default.`);
}

/** Puts what a rule chooses for everybody into a temp table. */
async function stageChosen(transaction: BusinessTransaction, table: string, rule: RuleInForce, { sources }: SayOptions): Promise<void> {
  const { businessId } = transaction;
  const customers = `select id from customers.customers where business_id = '${businessId}' and is_primary_record`;
  await transaction.run(`drop table if exists pg_temp.${table}`);
  await transaction.run(`create temp table ${table} (customer_id uuid, told text) on commit drop`);
  await transaction.run(
    `insert into ${table} (customer_id, told) select chosen.customer_id, chosen.told from (${composeChoice({ customers, sources })}) as chosen`,
    [businessId, JSON.stringify([rule])],
  );
  await transaction.run(`analyze ${table}`);
}
