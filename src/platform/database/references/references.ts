import type { BusinessTransaction } from '../database.ts';
import maySkip from './may-skip-triggers.sql';
import readReferencesSql from './read-references.sql';

/** A foreign key, from the table that has it to the one it references. */
export interface Reference {
  name: string;
  /** Whether the table asked about has it; otherwise it points at that table. */
  isOutgoing: boolean;
  table: string;
  referenced: string;
  columns: string[];
  referencedColumns: string[];
  /** As in pg_constraint: a = no action, r = restrict, c = cascade, n = set null, d = set default. */
  onDelete: string;
  /** What `set null` sets. */
  setColumns: string[];
}

/** The foreign keys of a table and those that point at it. */
export function readReferences(transaction: BusinessTransaction, table: string): Promise<Reference[]> {
  return transaction.rows<Reference & Record<string, unknown>>(readReferencesSql, [table]);
}

/**
 * Runs `write` without the check per row that foreign keys of `table` cost; false when this role
 * may not (a server of the user's own), and then nothing ran. The caller owes the same proof over all rows.
 */
export async function writeUnchecked(transaction: BusinessTransaction, table: string, write: () => Promise<void>): Promise<boolean> {
  const { may } = await transaction.one<{ may: boolean }>(maySkip, [table]);
  if (!may) return false;
  await transaction.run('set local session_replication_role = replica');
  // After an error there is nothing to set back: the transaction is over, and the setting with it.
  await write();
  await transaction.run('set local session_replication_role = origin');
  return true;
}
