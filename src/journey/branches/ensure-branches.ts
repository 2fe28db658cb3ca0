import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import { canBeOneBranch, compileBranch, type CompiledBranch } from './compile-branch.ts';
import { homeCountry } from './home-country.ts';
import { readBranch, type BranchReading } from './read-branch.ts';
import { readBranches, type BranchBook, type KnownBranch } from './read-branches.ts';
import insertBranches from './insert-branches.sql';
import insertSpellings from './insert-branch-spellings.sql';
import updateBranches from './update-branches.sql';

/**
 * Makes sure that every text has a row in journey.branch_spellings, and a branch behind it:
 * one per town and company, however decorated. `batchId` is the import that brought the
 * texts, or null for a maintenance command.
 */
export async function ensureBranches(
  transaction: BusinessTransaction,
  spellings: readonly string[],
  batchId: string | null,
): Promise<void> {
  const book = await readBranches(transaction);
  const fresh = [...new Set(spellings)].filter((spelling) => !book.branchOf.has(spelling));
  const readings = fresh.flatMap((spelling) => readBranch(spelling) ?? []).sort(saysMoreFirst);
  if (readings.length === 0) return;
  const all = [...book.branches.flatMap((branch) => branch.readings), ...readings];
  book.business.country = homeCountry(all, book.business.country);
  const made: KnownBranch[] = [];
  const branchOf = new Map<string, KnownBranch>();
  for (const reading of readings) {
    let branch = findBranch(reading, book);
    if (branch === undefined) {
      branch = { id: uuidV7(), name: freeName(reading, book), origin: 'compiled', isEdited: false, readings: [], columns: null };
      book.branches.push(branch);
      made.push(branch);
    }
    branch.readings.push(reading);
    branchOf.set(reading.spelling, branch);
  }
  await writeBranches(transaction, insertBranches, made, book, batchId);
  await writeSpellings(transaction, branchOf, batchId);
  await refreshBranches(transaction, book);
}

/** Writes the columns that follow from the spellings where they differ; a branch edited or made by a person is left alone. */
export async function refreshBranches(transaction: BusinessTransaction, book: BranchBook): Promise<number> {
  const stale = book.branches.filter((branch) => {
    if (branch.columns === null || branch.origin === 'manual' || branch.isEdited || branch.readings.length === 0) return false;
    return !isSame(branch.columns, compileBranch(branch.readings, book.business));
  });
  await writeBranches(transaction, updateBranches, stale, book, null);
  return stale.length;
}

/** Texts that name a state or a country choose first: the rest then joins what they founded. */
function saysMoreFirst(one: BranchReading, other: BranchReading): number {
  const weight = (reading: BranchReading): number => (reading.writtenState === null ? 1 : 0) + (reading.writtenCountry === null ? 1 : 0);
  return weight(one) - weight(other) || (one.spelling < other.spelling ? -1 : 1);
}

function findBranch(reading: BranchReading, book: BranchBook): KnownBranch | undefined {
  const fitting = book.branches.filter((branch) => {
    if (branch.readings.length > 0) return canBeOneBranch(reading, branch.readings);
    return readBranch(branch.name)?.key === reading.key;
  });
  const [only] = fitting;
  if (fitting.length < 2) return only;
  const state = compileBranch([reading], book.business).state;
  return fitting.find((branch) => compileBranch(branch.readings, book.business).state === state) ?? only;
}

/** "Springfield - Company" is taken by the one in Missouri: the next is "Springfield, IL - Company". */
function freeName(reading: BranchReading, book: BranchBook): string {
  const isFree = (name: string): boolean => book.branches.every((branch) => branch.name !== name);
  const { state } = compileBranch([reading], book.business);
  const town = reading.city ?? reading.name;
  const withState = state === null ? reading.name : `${town}, ${state}${reading.name.slice(town.length)}`;
  return [reading.name, withState, reading.spelling].find(isFree) ?? `${reading.name} (${uuidV7().slice(-6)})`;
}

async function writeBranches(
  transaction: BusinessTransaction,
  statement: string,
  branches: readonly KnownBranch[],
  book: BranchBook,
  batchId: string | null,
): Promise<void> {
  if (branches.length === 0) return;
  const rows = branches.map((branch) => ({
    id: branch.id,
    name: branch.name,
    normalized_name: normalizedBranchName(branch.name),
    batch_id: batchId,
    ...compileBranch(branch.readings, book.business),
  }));
  await transaction.run(statement, [transaction.businessId, JSON.stringify(rows), new Date()]);
}

async function writeSpellings(
  transaction: BusinessTransaction,
  branchOf: ReadonlyMap<string, KnownBranch>,
  batchId: string | null,
): Promise<void> {
  const rows = [...branchOf].map(([spelling, branch]) => ({ id: uuidV7(), spelling, branch_id: branch.id }));
  await transaction.run(insertSpellings, [transaction.businessId, JSON.stringify(rows), batchId, 'compiled']);
}

function isSame(one: CompiledBranch, other: CompiledBranch): boolean {
  return (
    one.city === other.city &&
    one.state === other.state &&
    one.country === other.country &&
    one.currency === other.currency &&
    one.time_zone === other.time_zone &&
    one.is_active === other.is_active &&
    JSON.stringify(one.remarks) === JSON.stringify(other.remarks)
  );
}

/** The documents' normalised name: lower case, single spaces, only word characters, spaces and hyphens. */
export function normalizedBranchName(name: string): string {
  return name
    .toLowerCase()
    .replace(/[^\p{L}\p{N}_ -]+/gu, '')
    .replace(/\s+/g, ' ')
    .trim();
}
