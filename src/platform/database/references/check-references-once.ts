import type { BusinessTransaction } from '../database.ts';
import { Fault } from '../../fault.ts';
import { type Reference, readReferences, writeUnchecked } from './references.ts';

/** Rows that were just written. */
export interface WrittenRows {
  /** Schema-qualified. */
  table: string;
  /** SQL condition on `written`, besides the business ($1). */
  where: string;
  /** From $2 on. */
  parameters: readonly unknown[];
  /** Columns that were written, if not all: only their keys are proved. */
  columns?: readonly string[];
}

/**
 * Runs `write` and proves the foreign keys of the rows it wrote with one join each, instead of
 * one look-up per row and key (12 µs each: half the time of a first import). As with the check
 * per row, the referenced rows are locked until the end of the transaction.
 */
export async function checkReferencesOnce(
  transaction: BusinessTransaction,
  rows: WrittenRows,
  write: () => Promise<number>,
): Promise<number> {
  let written = 0;
  const isUnchecked = await writeUnchecked(transaction, rows.table, async () => {
    written = await write();
  });
  if (!isUnchecked) return write();
  if (written > 0) await prove(transaction, rows);
  return written;
}

async function prove(transaction: BusinessTransaction, rows: WrittenRows): Promise<void> {
  const references = (await readReferences(transaction, rows.table)).filter(
    (reference) => reference.isOutgoing && wasWritten(reference, rows),
  );
  if (references.length === 0) return;
  const columns = [...new Set(references.flatMap((reference) => reference.columns))].map(quote);
  const counted = await transaction.one<Record<string, number>>(
    `with written as materialized (
       select ${columns.join(', ')} from ${rows.table} as written where written.business_id = $1 and (${rows.where})
     ), ${references.map(lockUsed).join(', ')}
     select ${references.map((reference, index) => `(select count(*) from used_${index}) - (select count(*) from held_${index}) as ${quote(reference.name)}`).join(', ')}`,
    [transaction.businessId, ...rows.parameters],
  );
  for (const [name, missing] of Object.entries(counted)) {
    if (missing > 0)
      throw new Fault(
        'reference_gone',
        `${missing} rows that ${rows.table} was to reference (${name}) were deleted while it was written. Nothing of it was kept; run the same command again.`,
        { exit: 'tryLater' },
      );
  }
}

function wasWritten({ columns }: Reference, rows: WrittenRows): boolean {
  return rows.columns === undefined || columns.some((column) => rows.columns?.includes(column));
}

function lockUsed(reference: Reference, index: number): string {
  const own = reference.columns.map(quote);
  const matches = reference.referencedColumns.map((column, place) => `referenced.${quote(column)} = used.${own[place] ?? ''}`);
  return `used_${index} as materialized (
      select distinct ${own.join(', ')} from written where ${own.map((column) => `${column} is not null`).join(' and ')}
    ), held_${index} as materialized (
      select 1 from used_${index} as used join ${reference.referenced} as referenced on ${matches.join(' and ')}
      for key share of referenced
    )`;
}

function quote(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}
