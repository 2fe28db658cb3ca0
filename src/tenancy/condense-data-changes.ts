import type { BusinessTransaction } from '../platform/database/database.ts';
import statement from './condense-data-changes.sql';

/** Keeps the list of transactions that wrote data of the business short; counts as a change of the data itself. */
export async function condenseDataChanges(transaction: BusinessTransaction): Promise<void> {
  await transaction.run(statement, [transaction.businessId]);
}
