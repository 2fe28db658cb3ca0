import type { StagedRow, Staging } from '../staging/staging.ts';
import { loadFew } from './load-few.ts';
import { loadGeneric } from './load-generic.ts';
import { loadRoster } from './load-roster.ts';
import type { Roster } from './roster.ts';

/** The records a run looks at. */
export interface LoadedRecords {
  roster: Roster;
  /** Per kind, the codes of values that are generic before counting. */
  generic: Uint8Array[];
  /** Per record of a small scope id, name, e-mail, phone, street, city, state, postal code and day, as EvidenceRow; null where they are read when they are compared. */
  texts: readonly StagedRow[] | null;
}

/** Loads the records of a scope, oldest first. */
export async function loadRecords(staging: Staging, scope: 'all' | 'scope_records'): Promise<LoadedRecords> {
  if (staging.areFew) return loadFew(staging);
  const roster = await loadRoster(staging.transaction, scope);
  return { roster, generic: await loadGeneric(staging.transaction, roster, scope), texts: null };
}
