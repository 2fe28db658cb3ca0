import type { UndoneBatch } from '../../import/file-kind.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import dropBranches from '../branches/drop-unused-branches.sql';
import { refreshBranches } from '../branches/ensure-branches.ts';
import { readBranches } from '../branches/read-branches.ts';
import relinkBranches from '../branches/relink-branches.sql';
import dropSources from '../lead-sources/drop-unused-lead-sources.sql';
import relinkSources from '../lead-sources/relink-lead-sources.sql';
import relinkLostLeads from '../lead-sources/relink-lost-leads.sql';
import { applyFolds } from '../sales-persons/apply-folds.ts';
import dropFolds from '../sales-persons/drop-stale-folds.sql';
import dropPersons from '../sales-persons/drop-unused-sales-persons.sql';
import clearPerformanceLinks from './clear-lost-performance-links.sql';
import dropBranchSpellings from './drop-unused-branch-spellings.sql';
import dropPersonSpellings from './drop-unused-person-spellings.sql';
import dropSourceSpellings from './drop-unused-source-spellings.sql';

/** Tables whose rows name branches and sales people; these, bad leads and spend name lead sources. */
const NAMING_TABLES = ['journey.jobs', 'journey.booked_opportunities', 'journey.lead_status'];
const SPEND_TABLE = 'journey.marketing_spend';
const PERFORMANCE_TABLES = ['journey.user_performance', 'journey.sales_performance'];
/** A lost lead's source is its lead's. */
const POOL_TABLES = ['journey.lead_status', 'journey.lost_leads'];
const SOURCE_TABLES = [...NAMING_TABLES, 'journey.bad_leads', 'journey.lost_leads', SPEND_TABLE];

/**
 * Removes spellings, branches, lead sources and sales people that rules made from rows of the
 * given tables and that no row names any more; what a person made, edited or decided stays.
 */
export async function dropUnusedLookups(
  transaction: BusinessTransaction,
  { tables, hasRestored }: Pick<UndoneBatch, 'tables' | 'hasRestored'>,
): Promise<Record<string, number>> {
  const { businessId } = transaction;
  const dropped = { spellings: 0, folds: 0, salesPersons: 0, branches: 0, leadSources: 0, lostLeadSources: 0 };
  const concerns = (...names: readonly string[]) => names.some((name) => tables.has(name));
  if (concerns(...NAMING_TABLES, SPEND_TABLE)) {
    await transaction.one(relinkBranches, [businessId]);
    dropped.spellings += await transaction.run(dropBranchSpellings, [businessId]);
    dropped.branches = await transaction.run(dropBranches, [businessId]);
    await refreshBranches(transaction, await readBranches(transaction));
  }
  if (concerns(...NAMING_TABLES, ...PERFORMANCE_TABLES)) {
    dropped.spellings += await transaction.run(dropPersonSpellings, [businessId]);
    dropped.folds = await transaction.run(dropFolds, [businessId]);
    await applyFolds(transaction);
    dropped.salesPersons = await transaction.run(dropPersons, [businessId]);
    await transaction.run(clearPerformanceLinks, [businessId]);
  }
  if (concerns(...SOURCE_TABLES)) {
    // Rows that stayed as they were say what they said: only those whose text came back are looked up.
    if (hasRestored) await transaction.one(relinkSources, [businessId]);
    if (concerns(...POOL_TABLES)) dropped.lostLeadSources = await transaction.run(relinkLostLeads, [businessId]);
    dropped.spellings += await transaction.run(dropSourceSpellings, [businessId]);
    dropped.leadSources = await transaction.run(dropSources, [businessId]);
  }
  return dropped;
}
