import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { CompiledBranch } from './compile-branch.ts';
import { homeCountry } from './home-country.ts';
import { readBranch, type BranchReading } from './read-branch.ts';
import statement from './read-branches.sql';

export interface KnownBranch {
  id: string;
  name: string;
  origin: string;
  isEdited: boolean;
  /** What the spellings that rules gave it say; a spelling mapped by hand says nothing. */
  readings: BranchReading[];
  /** The columns as they stand; null for a branch not written yet. */
  columns: CompiledBranch | null;
}

/** All branches of a business with what is known of their spellings: a few hundred at most. */
export interface BranchBook {
  /** `country` is the one its branches are mostly in, see homeCountry. */
  business: { country: string; currency: string };
  branches: KnownBranch[];
  branchOf: Map<string, string>;
  /** Spellings that a person gave their branch. */
  manualSpellings: Set<string>;
}

interface Row {
  country: string;
  currency: string;
  branches: (CompiledBranch & { id: string; name: string; origin: string; is_edited: boolean })[];
  spellings: { spelling: string; branch_id: string; origin: string }[];
}

/** Reads the branches of the business and their spellings, oldest first. */
export async function readBranches(transaction: BusinessTransaction): Promise<BranchBook> {
  const row = await transaction.one<Row>(statement, [transaction.businessId]);
  const branches = row.branches.map(
    (branch): KnownBranch => ({
      id: branch.id,
      name: branch.name,
      origin: branch.origin,
      isEdited: branch.is_edited,
      readings: [],
      columns: {
        city: branch.city,
        state: branch.state,
        country: branch.country,
        currency: branch.currency,
        time_zone: branch.time_zone,
        is_active: branch.is_active,
        remarks: branch.remarks,
      },
    }),
  );
  const byId = new Map(branches.map((branch) => [branch.id, branch]));
  for (const { spelling, branch_id: branchId, origin } of row.spellings) {
    if (origin === 'manual') continue;
    const reading = readBranch(spelling);
    if (reading !== null) byId.get(branchId)?.readings.push(reading);
  }
  const readings = branches.flatMap((branch) => branch.readings);
  return {
    business: { country: homeCountry(readings, row.country), currency: row.currency },
    branches,
    manualSpellings: new Set(row.spellings.filter(({ origin }) => origin === 'manual').map(({ spelling }) => spelling)),
    branchOf: new Map(row.spellings.map(({ spelling, branch_id: branchId }) => [spelling, branchId])),
  };
}
