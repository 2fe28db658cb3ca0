import type { BusinessTransaction } from '../../platform/database/database.ts';
import { KEPT_TABLES, type KeptTableName } from './kept-tables.ts';
import statement from './read-kept-states.sql';

export interface KeptState {
  table: KeptTableName;
  /** State that the tables it is copied from are at, in the transaction's snapshot. */
  state: string;
  /** Whether the copies are at that state. */
  isCurrent: boolean;
}

/** The state each of the tables of kept rows should be at, and whether it is. */
export function readKeptStates(transaction: BusinessTransaction, tables: readonly KeptTableName[]): Promise<KeptState[]> {
  const pairs = tables.flatMap((table) => KEPT_TABLES[table].sources.map((source) => ({ table, source })));
  return transaction.rows<KeptState>(statement, [
    transaction.businessId,
    pairs.map(({ table }) => table),
    pairs.map(({ source }) => source),
  ]);
}
