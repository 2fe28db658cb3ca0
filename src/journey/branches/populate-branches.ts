import type { BusinessTransaction } from '../../platform/database/database.ts';
import { LISTED, type MaintenanceStep } from '../maintenance-step.ts';
import dropUnused from './drop-unused-branches.sql';
import { ensureBranches, refreshBranches } from './ensure-branches.ts';
import findNewTexts from './find-new-branch-texts.sql';
import { mapBranches } from './map-branches.ts';
import { readBranches } from './read-branches.ts';
import relinkBranches from './relink-branches.sql';

/** Branches with town, state and currency from the texts of jobs, opportunities and leads; rows point at them. */
export const populateBranches: MaintenanceStep = {
  name: 'populate_branches',
  title: 'compile branches with town, state and currency, and link rows to them',
  async run(transaction, options) {
    const mapped = await mapBranches(transaction, options.manualMappings.branches);
    const found = await newTexts(transaction);
    await ensureBranches(transaction, found, null);
    const unreadable = found.length === 0 ? [] : await newTexts(transaction);
    const refreshed = await refreshBranches(transaction, await readBranches(transaction));
    const relinked = await transaction.one<Record<string, number>>(relinkBranches, [transaction.businessId]);
    // A spelling mapped to another branch may have been the last of its own.
    if (mapped > 0) await transaction.run(dropUnused, [transaction.businessId]);
    const { branches } = await readBranches(transaction);
    const withoutTown = branches.filter((branch) => branch.columns?.city === null).map((branch) => branch.name);
    return {
      name: this.name,
      changed: mapped + found.length - unreadable.length + refreshed + Object.values(relinked).reduce((sum, rows) => sum + rows, 0),
      unresolved: withoutTown.length + unreadable.length,
      details: {
        branches: branches.length,
        newSpellings: found.length - unreadable.length,
        mappedByHand: mapped,
        refreshed,
        rowsLinked: relinked,
        withoutTown: withoutTown.slice(0, LISTED),
      },
    };
  },
};

async function newTexts(transaction: BusinessTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ spelling: string }>(findNewTexts, [transaction.businessId]);
  return rows.map((row) => row.spelling);
}
