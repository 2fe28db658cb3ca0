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
  /** What to do about it, as a sentence. */
  repair: string;
}

/** Open quarantined rows, grouped by the repair that cures them, largest group first. */
export async function listQuarantine(transaction: BusinessTransaction): Promise<QuarantineGroup[]> {
  const groups = await transaction.rows<Omit<QuarantineGroup, 'repair'>>(statement, [transaction.businessId]);
  return groups.map((group) => ({ ...group, repair: repairOf(group) }));
}

function repairOf(group: Omit<QuarantineGroup, 'repair'>): string {
  if (group.code === 'other_currency') {
    return 'If the branch is in that currency, set it where branches say none (throughline business set --currency CAD --execute), then replay; else correct the rows.';
  }
  if (group.column !== null && group.value !== null && group.code !== 'oversized_cell') {
    return `Say what "${group.value}" means in ${group.column}: throughline import quarantine fix --kind ${group.kind} --column ${group.column} --value "${group.value}" --as "…" (or --as "" for none), then replay.`;
  }
  return `Download the ${group.rows === 1 ? 'row' : 'rows'} (throughline import quarantine download --kind ${group.kind}), correct the file, and import it.`;
}
