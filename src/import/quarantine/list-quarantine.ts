import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './list-quarantine.sql';

/** Rows that the same repair cures. */
export interface QuarantineGroup {
  kind: string;
  code: string;
  column: string | null;
  value: string | null;
  rows: number;
  message: string;
  exampleFile: string;
  exampleLine: number;
  /** Saying once what the value means cures all of them; a branch's currency is to be set; each row is to be corrected. */
  cure: 'say' | 'currency' | 'correct';
  /** The same as a sentence that names the commands. */
  repair: string;
}

type FoundGroup = Omit<QuarantineGroup, 'cure' | 'repair'>;

/** Open quarantined rows, grouped by the repair that cures them, largest group first; of all imports or of one. */
export async function listQuarantine(transaction: BusinessTransaction, batchId?: string): Promise<QuarantineGroup[]> {
  const groups = await transaction.rows<FoundGroup>(statement, [transaction.businessId, batchId ?? null]);
  return groups.map((group) => ({ ...group, cure: cureOf(group), repair: repairOf(group) }));
}

function cureOf(group: FoundGroup): QuarantineGroup['cure'] {
  if (group.code === 'other_currency') return 'currency';
  return group.column !== null && group.value !== null && group.code !== 'oversized_cell' ? 'say' : 'correct';
}

function repairOf(group: FoundGroup): string {
  const cure = cureOf(group);
  if (cure === 'currency') {
    return 'If the branch is in that currency, set it where branches say none (throughline business set --currency CAD --execute), then replay; else correct the rows.';
  }
  if (cure === 'say') {
    return `Say what "${group.value}" means in ${group.column}: throughline import quarantine fix --kind ${group.kind} --column ${group.column} --value "${group.value}" --as "…" (or --as "" for none), then replay.`;
  }
  return `Download the ${group.rows === 1 ? 'row' : 'rows'} (throughline import quarantine download --kind ${group.kind}), correct the file, and import it.`;
}
