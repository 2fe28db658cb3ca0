import type { Offence } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './list-integrity.sql';

/** One check after an import or a build; percents are measured by builds only. */
export interface IntegrityEntry {
  checkedAt: Date;
  moment: 'import' | 'build';
  /** Number of the import. */
  import: number | null;
  jobsWithCustomerPercent: number | null;
  bookedLeadsWithOpportunityPercent: number | null;
  badLeadsWithLeadPercent: number | null;
  alerts: { joint: string; level: 'warning' | 'information'; message: string }[];
  offences: Offence[];
}

/** The checks of a business, newest first. */
export async function listIntegrity(transaction: BusinessTransaction, limit: number): Promise<IntegrityEntry[]> {
  return transaction.rows<IntegrityEntry>(statement, [transaction.businessId, limit]);
}
