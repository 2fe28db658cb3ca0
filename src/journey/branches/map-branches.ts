import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import type { ManualMapping } from '../manual-mappings/read-manual-mappings.ts';
import { compileBranch } from './compile-branch.ts';
import { normalizedBranchName } from './ensure-branches.ts';
import insertSpellings from './insert-branch-spellings.sql';
import insertManualBranch from './insert-manual-branch.sql';
import { readBranch } from './read-branch.ts';
import { readBranches } from './read-branches.ts';

/**
 * Gives the spellings of branches.csv the branch named there (by its name, or by any spelling
 * that means the same town and company), made if missing. Returns how many spellings changed.
 */
export async function mapBranches(transaction: BusinessTransaction, mappings: readonly ManualMapping[]): Promise<number> {
  if (mappings.length === 0) return 0;
  const book = await readBranches(transaction);
  const rows: { id: string; spelling: string; branch_id: string }[] = [];
  for (const { spelling, target } of mappings) {
    const wanted = target.toLowerCase();
    const key = readBranch(target)?.key;
    let branch =
      book.branches.find((candidate) => candidate.name.toLowerCase() === wanted) ??
      book.branches.find((candidate) => readBranch(candidate.name)?.key === key);
    if (branch === undefined) {
      branch = { id: uuidV7(), name: target, origin: 'manual', isEdited: false, readings: [], columns: null };
      book.branches.push(branch);
      const reading = readBranch(target);
      const columns = compileBranch(reading === null ? [] : [reading], book.business);
      await transaction.run(insertManualBranch, [
        transaction.businessId,
        branch.id,
        target,
        normalizedBranchName(target),
        JSON.stringify(columns),
        new Date(),
      ]);
    }
    if (book.branchOf.get(spelling) === branch.id && book.manualSpellings.has(spelling)) continue;
    rows.push({ id: uuidV7(), spelling, branch_id: branch.id });
  }
  if (rows.length > 0) await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify(rows), null, 'manual']);
  return rows.length;
}
