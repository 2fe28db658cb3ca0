import type { BusinessTransaction } from '../platform/database/database.ts';
import { uuidV7 } from '../platform/uuid.ts';
import statement from './log-execution.sql';

/** Notes that a maintenance command ran to its end; called in the transaction of its work. */
export async function logExecution(transaction: BusinessTransaction, scriptName: string, notes: string): Promise<void> {
  await transaction.run(statement, [transaction.businessId, uuidV7(), scriptName, new Date(), notes]);
}
