import type { BusinessTransaction } from '../../platform/database/database.ts';
import writeGoldenSql from '../resolve/write-golden.sql';
import applyHandValuesSql from './choose/apply-hand-values.sql';
import { composeChoice } from './choose/compose-choice.ts';
import rebindSql from './choose/rebind-hand-values.sql';
import rechooseSql from './choose/rechoose.sql';
import { STORED_CHOICES } from './golden-fields.ts';
import { isOwnRule, loadGoldenRules, type RuleInForce } from './load-golden-rules.ts';
import stageRestatedSql from './stage-restated.sql';

/**
 * Brings the customers in `golden_values`, chosen by the default rules, in line with the rules of
 * the business, with ties and with what people said by hand. Returns how many customers that
 * stood before changed.
 */
export async function settleGolden(transaction: BusinessTransaction, now: Date): Promise<number> {
  const rules = await loadStoredRules(transaction);
  if (rules.some(isOwnRule)) await rechoose(transaction, rules, 'select golden.customer_id from golden_values as golden');
  else if (await hasTies(transaction)) await rechoose(transaction, rules, TIED);
  return writeGolden(transaction, now);
}

const TIED = 'select pick.customer_id from golden_picks as pick where pick.is_tied';

/** Planning the choice takes longer than one new record may: it is asked first whether there is any. */
async function hasTies(transaction: BusinessTransaction): Promise<boolean> {
  return (await transaction.one<{ found: boolean }>(`select exists (${TIED}) as found`)).found;
}

/** Writes what stands in `golden_values`, after what people said by hand. Returns how many customers that stood before changed. */
export async function writeGolden(transaction: BusinessTransaction, now: Date): Promise<number> {
  const { businessId } = transaction;
  const { said } = await transaction.one<{ said: boolean }>(
    'select exists (select from customers.hand_values where business_id = $1 and undone_at is null) as said',
    [businessId],
  );
  if (said) {
    await transaction.run(rebindSql, [businessId]);
    await transaction.run(applyHandValuesSql, [businessId]);
  }
  return (await transaction.one<{ updated: number }>(writeGoldenSql, [businessId, now])).updated;
}

/** Chooses anew for present customers, given as SQL that selects their ids, after a rule or something said by hand changed. */
export async function restateGolden(transaction: BusinessTransaction, customers: string, now: Date): Promise<number> {
  await transaction.run('drop table if exists pg_temp.golden_values');
  await transaction.run(
    stageRestatedSql.replace(':customers', () => customers),
    [transaction.businessId],
  );
  await transaction.run('analyze golden_values');
  const rules = await loadStoredRules(transaction);
  await rechoose(transaction, rules, 'select golden.customer_id from golden_values as golden');
  return writeGolden(transaction, now);
}

async function loadStoredRules(transaction: BusinessTransaction): Promise<RuleInForce[]> {
  return (await loadGoldenRules(transaction)).filter(({ choice }) => STORED_CHOICES.includes(choice));
}

async function rechoose(transaction: BusinessTransaction, rules: readonly RuleInForce[], customers: string): Promise<void> {
  const sql = rechooseSql.replace(':chosen', () => `(${composeChoice({ customers })})`);
  await transaction.run(sql, [transaction.businessId, JSON.stringify(rules)]);
}
