import { auditLedger } from '../../customers/index.ts';
import { findOffences, type Offence } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import brokenPointers from './broken-pointers.sql';

/**
 * Looks at every row of the journey and of the ledger for what does not fit together, in three statements;
 * nothing when all is sound.
 */
export async function auditJourney(transaction: BusinessTransaction): Promise<Offence[]> {
  const pointers = await findOffences(transaction, brokenPointers);
  return [...(await auditLedger(transaction)), ...pointers];
}
