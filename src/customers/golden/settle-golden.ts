import type { BusinessTransaction } from '../../platform/database/database.ts';
import writeGoldenSql from '../resolve/write-golden.sql';
import applyHandValuesSql from './choose/apply-hand-values.sql';
import { composeChoice } from './choose/compose-choice.ts';
import rebindSql from './choose/rebind-hand-values.sql';
import rechooseSql from './choose/rechoose.sql';
import { STORED_CHOICES } from './golden-fields.ts';
import { isOwnRule, loadGoldenRules, type RuleInForce, rulesInForce } from './load-golden-rules.ts';
import { Staging } from '../staging/staging.ts';
import restatedSql from './restated-customers.sql';

/**
 * Brings the customers in `golden_values`, chosen by the default rules, in line with the rules of
 * the business, with ties and with what people said by hand. Returns how many customers that
 * stood before changed.
 */
export async function settleGolden(staging: Staging, said: { hasRules: boolean; hasHandValues: boolean }, now: Date): Promise<number> {
  const rules = said.hasRules ? await loadStoredRules(staging.transaction) : storedRules(rulesInForce([]));
  if (rules.some(isOwnRule)) await rechoose(staging, rules, 'select golden.customer_id from golden_values as golden');
  else if (await hasTies(staging)) await rechoose(staging, rules, TIED);
  return said.hasHandValues ? writeGolden(staging, now) : writeChosen(staging, now);
}

const TIED = 'select pick.customer_id from golden_picks as pick where pick.is_tied';

/** Planning the choice takes longer than one new record may: it is asked first whether there is any. */
async function hasTies(staging: Staging): Promise<boolean> {
  if (staging.areFew) return staging.heldRows('golden_picks').some(([, , isTied]) => isTied === 't');
  return (await staging.transaction.one<{ found: boolean }>(`select exists (${TIED}) as found`)).found;
}

/** Writes what stands in `golden_values`, after what people said by hand. Returns how many customers that stood before changed. */
export async function writeGolden(staging: Staging, now: Date): Promise<number> {
  const { businessId } = staging.transaction;
  const [hand] = await staging.transaction.prepared<{ said: boolean }>(
    'select exists (select from customers.hand_values where business_id = $1 and undone_at is null) as said',
    [businessId],
  );
  if (hand?.said === true) {
    await staging.transaction.run(rebindSql, [businessId]);
    await staging.replace('golden_values', applyHandValuesSql, [businessId]);
  }
  return writeChosen(staging, now);
}

async function writeChosen(staging: Staging, now: Date): Promise<number> {
  const isAnyKnown = !staging.areFew || staging.heldRows('golden_values').some((row) => row[IS_NEW] === 'f' || row[IS_SETTLED] === 't');
  if (!isAnyKnown) return 0;
  const [written] = await staging.rows<{ updated: number }>(writeGoldenSql, [staging.transaction.businessId, now]);
  return written?.updated ?? 0;
}

/** Positions in a row of `golden_values`: new customers have their values already, unless they were settled after that. */
const IS_NEW = 1;
const IS_SETTLED = 8;

/** Chooses anew for present customers, given as SQL that selects their ids, after a rule or something said by hand changed. */
export async function restateGolden(transaction: BusinessTransaction, customers: string, now: Date): Promise<number> {
  const staging = Staging.many(transaction);
  await staging.select(
    'golden_values',
    restatedSql.replace(':customers', () => customers),
    [transaction.businessId],
  );
  const rules = await loadStoredRules(transaction);
  await rechoose(staging, rules, 'select golden.customer_id from golden_values as golden');
  return writeGolden(staging, now);
}

async function loadStoredRules(transaction: BusinessTransaction): Promise<RuleInForce[]> {
  return storedRules(await loadGoldenRules(transaction));
}

function storedRules(rules: readonly RuleInForce[]): RuleInForce[] {
  return rules.filter(({ choice }) => STORED_CHOICES.includes(choice));
}

async function rechoose(staging: Staging, rules: readonly RuleInForce[], customers: string): Promise<void> {
  const sql = rechooseSql.replace(':chosen', () => `(${composeChoice({ customers })})`);
  await staging.replace('golden_values', sql, [staging.transaction.businessId, JSON.stringify(rules)]);
}
