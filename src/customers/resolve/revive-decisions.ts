import type { BusinessTransaction } from '../../platform/database/database.ts';
import findReadySql from './find-ready-decisions.sql';
import reviveSql from './revive-decisions.sql';

/** Whether decisions of people that wait have all their rows again, as records or in the temp table `arrivals`. */
export async function areDecisionsReady(transaction: BusinessTransaction): Promise<boolean> {
  return (await transaction.one<{ ready: boolean }>(findReadySql, [transaction.businessId])).ready;
}

/**
 * Brings decisions of people back into force whose records are there again; these wait for the
 * resolver then. Returns the customers that a person merged others into: they are to be kept.
 */
export async function reviveDecisions(transaction: BusinessTransaction): Promise<Set<string>> {
  const revived = await transaction.rows<{ verdict: string; recordA: string; recordB: string }>(reviveSql, [transaction.businessId]);
  const merges = revived.filter(({ verdict }) => verdict === 'same');
  const merged = new Set(merges.map(({ recordB }) => recordB));
  const kept = merges.map(({ recordA }) => recordA).filter((record) => !merged.has(record));
  const customers = await transaction.rows<{ id: string }>(
    'select customer_id as id from customers.records where business_id = $1 and id = any ($2::uuid[]) and customer_id is not null',
    [transaction.businessId, kept],
  );
  return new Set(customers.map(({ id }) => id));
}
