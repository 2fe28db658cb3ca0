import type { BranchFacts } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { compileBranch } from '../branches/compile-branch.ts';
import { readBranch } from '../branches/read-branch.ts';
import { zoneOfBranch } from '../branches/zone-of-branch.ts';
import statement from './open-branches.sql';

/** A reader of branch texts: zone and currency set for the branch, else those of the town and flag in its name. */
export async function openBranches(
  transaction: BusinessTransaction,
  business: { country: string; currency: string },
): Promise<(branch: string) => BranchFacts> {
  const rows = await transaction.rows<{ spelling: string; timeZone: string | null; currency: string }>(statement, [transaction.businessId]);
  const known = new Map(rows.map((row) => [row.spelling, row]));
  return (branch) => {
    const set = known.get(branch);
    const timeZone = set?.timeZone ?? zoneOfBranch(branch);
    return { currency: set?.currency ?? currencyOf(branch, business), ...(timeZone === undefined ? {} : { timeZone }) };
  };
}

function currencyOf(branch: string, business: { country: string; currency: string }): string {
  const reading = readBranch(branch);
  return reading === null ? business.currency : compileBranch([reading], business).currency;
}
