import { definePlugSlot } from '../../platform/app/plug.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';

/** Rows that do not fit together: a fault of the program or of a hand in the database, never of the files. */
export interface Offence {
  /** In a user's words: "lead linked to an opportunity of another quote". */
  offence: string;
  rows: number;
  /** One of the rows: its id, or the name of a file. */
  example: string;
}

/** What a module looks at when an import is done, in the transaction that ends it. */
export interface ImportAudit {
  name: string;
  /** Gets what was found so far; returns what it found itself. */
  run(transaction: BusinessTransaction, done: { batchId: string; found: readonly Offence[] }): Promise<Offence[]>;
}

export const importAudits = definePlugSlot<ImportAudit>('import.audits');

/** Runs a statement that returns a row (offence, example) per thing that is wrong, and counts them by offence. */
export async function findOffences(
  transaction: BusinessTransaction,
  statement: string,
  values: readonly unknown[] = [],
): Promise<Offence[]> {
  return transaction.rows<{ offence: string; rows: number; example: string }>(
    `select offence, count(*)::integer as rows, min(example::text) as example from (${statement}) as found group by offence order by offence`,
    [transaction.businessId, ...values],
  );
}

/** One line for people. */
export function offenceLine({ offence, rows, example }: Offence): string {
  return `${rows.toLocaleString('en-US')} × ${offence} (such as ${example})`;
}
