import type { BusinessTransaction, Database } from '../../platform/database/database.ts';
import { KEPT_TABLES, type KeptTableName } from './kept-tables.ts';
import lockKeptRows from './lock-kept-rows.sql';
import markKeptRows from './mark-kept-rows.sql';
import { readKeptStates } from './read-kept-states.ts';
import refreshStatistics from './refresh-statistics.sql';

/** Which of the tables are not at the state of those they are copied from, in the transaction's snapshot. */
export async function findOutdatedRows(transaction: BusinessTransaction, tables: readonly KeptTableName[]): Promise<KeptTableName[]> {
  if (tables.length === 0) return [];
  const states = await readKeptStates(transaction, tables);
  return tables.filter((table) => !states.some((state) => state.table === table && state.isCurrent));
}

/**
 * Brings kept rows to the present state of the tables they are copied from: those that changed are copied anew.
 * Who comes second waits and finds them done. When somebody writes meanwhile, they stay outdated.
 */
export async function keepRows(database: Database, businessId: string, tables: readonly KeptTableName[]): Promise<void> {
  await database.inBusiness(businessId, async (transaction) => {
    // Rows and the note of their state are lost together, and are copied again.
    await transaction.run('set local synchronous_commit = off');
    await transaction.run(lockKeptRows, [businessId]);
    const before = await readKeptStates(transaction, tables);
    const outdated = before.filter(({ isCurrent }) => !isCurrent);
    for (const { table } of outdated) await copyChanged(transaction, table);
    // Each statement had a snapshot of its own; at one state they all saw the same rows.
    const after = new Map((await readKeptStates(transaction, tables)).map(({ table, state }) => [table, state]));
    for (const { table, state } of outdated)
      await transaction.run(markKeptRows, [businessId, table, after.get(table) === state ? state : '']);
  });
}

/** All tables at once, so that nobody waits for them who asks first after a build. */
export async function keepAllRows(database: Database, businessId: string): Promise<void> {
  await keepRows(database, businessId, ALL_TABLES);
}

const ALL_TABLES: readonly KeptTableName[] = ['kept_jobs', 'kept_leads', 'kept_opportunities', 'kept_lost_leads', 'kept_bad_leads'];

/** From here on the planner must hear of it; below, its notion of the table still holds. */
const MANY_ROWS = 5_000;

async function copyChanged(transaction: BusinessTransaction, table: KeptTableName): Promise<void> {
  const { dropChanged, copy } = KEPT_TABLES[table];
  const dropped = await transaction.run(dropChanged, [transaction.businessId]);
  const copied = await transaction.run(copy, [transaction.businessId]);
  if (dropped + copied >= MANY_ROWS) await transaction.run(refreshStatistics, [`catalogue.${table}`]);
}
