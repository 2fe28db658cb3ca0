import type { BusinessTransaction } from '../../platform/database/database.ts';
import { zoneOfBranch } from '../branches/zone-of-branch.ts';
import statement from './open-branch-zones.sql';

/** A reader of branch texts: the zone set for the branch, else the one of the city in its name. */
export async function openBranchZones(transaction: BusinessTransaction): Promise<(branch: string) => string | undefined> {
  const rows = await transaction.rows<{ spelling: string; time_zone: string }>(statement, [transaction.businessId]);
  const known = new Map(rows.map((row) => [row.spelling, row.time_zone]));
  return (branch) => known.get(branch) ?? zoneOfBranch(branch);
}
