import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './read-data-state.sql';

/** What the data is at in the transaction's snapshot: the same text stands for the same rows. */
export async function readDataState(transaction: BusinessTransaction): Promise<string> {
  return (await transaction.one<{ dataState: string }>(statement, [transaction.businessId])).dataState;
}
