import type { BusinessTransaction } from '../../platform/database/database.ts';
import dropBranches from '../branches/drop-unused-branches.sql';
import { refreshBranches } from '../branches/ensure-branches.ts';
import { readBranches } from '../branches/read-branches.ts';
import dropSources from '../lead-sources/drop-unused-lead-sources.sql';
import { applyFolds } from '../sales-persons/apply-folds.ts';
import dropFolds from '../sales-persons/drop-stale-folds.sql';
import dropPersons from '../sales-persons/drop-unused-sales-persons.sql';
import clearPerformanceLinks from './clear-lost-performance-links.sql';
import dropSpellings from './drop-unused-spellings.sql';

/**
 * Removes spellings, branches, lead sources and sales people that rules made from rows and
 * that no row names any more; what a person made, edited or decided stays.
 */
export async function dropUnusedLookups(transaction: BusinessTransaction): Promise<Record<string, number>> {
  const { businessId } = transaction;
  const { spellings } = await transaction.one<{ spellings: number }>(dropSpellings, [businessId]);
  const folds = await transaction.run(dropFolds, [businessId]);
  await applyFolds(transaction);
  const salesPersons = await transaction.run(dropPersons, [businessId]);
  const branches = await transaction.run(dropBranches, [businessId]);
  const leadSources = await transaction.run(dropSources, [businessId]);
  await transaction.run(clearPerformanceLinks, [businessId]);
  await refreshBranches(transaction, await readBranches(transaction));
  return { spellings, folds, salesPersons, branches, leadSources };
}
