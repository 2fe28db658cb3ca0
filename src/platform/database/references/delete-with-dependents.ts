import type { BusinessTransaction } from '../database.ts';
import { Fault } from '../../fault.ts';
import { type Reference, readReferences, writeUnchecked } from './references.ts';

/**
 * Deletes the rows of `table` whose id stands in the temporary table `doomed` (column id) and
 * returns how many went. What points at them is deleted or nulled as its foreign key says, with
 * one statement per key instead of one look-up per row and key.
 */
export async function deleteWithDependents(transaction: BusinessTransaction, table: string, doomed: string): Promise<number> {
  const { businessId } = transaction;
  const remove = () =>
    transaction.run(`delete from ${table} as doomed using ${doomed} as chosen where doomed.business_id = $1 and doomed.id = chosen.id`, [
      businessId,
    ]);
  const incoming = (await readReferences(transaction, table)).filter((reference) => reference.referenced === table);
  if (incoming.length === 0 || !incoming.every(followsId)) return remove();
  let removed = 0;
  const isUnchecked = await writeUnchecked(transaction, table, async () => {
    removed = await remove();
  });
  if (!isUnchecked) return remove();
  // Only now: a row that came to point at them meanwhile is seen by these, and a later one waits and fails.
  for (const reference of incoming) await follow(transaction, reference, doomed);
  return removed;
}

/** Keys over (business_id, id) only: all of ours are. */
function followsId(reference: Reference): boolean {
  return reference.referencedColumns.join() === 'business_id,id' && ['a', 'r', 'c', 'n'].includes(reference.onDelete);
}

async function follow(transaction: BusinessTransaction, reference: Reference, doomed: string): Promise<void> {
  const column = `dependent."${reference.columns[1] ?? 'id'}"`;
  const rows = `where dependent.business_id = $1 and ${column} = chosen.id`;
  const parameters = [transaction.businessId];
  if (reference.onDelete === 'c') {
    await transaction.run(`delete from ${reference.table} as dependent using ${doomed} as chosen ${rows}`, parameters);
  } else if (reference.onDelete === 'n') {
    const set = reference.setColumns.map((name) => `"${name}" = null`).join(', ');
    await transaction.run(`update ${reference.table} as dependent set ${set} from ${doomed} as chosen ${rows}`, parameters);
  } else if (
    (await transaction.rows(`select from ${reference.table} as dependent, ${doomed} as chosen ${rows} limit 1`, parameters)).length > 0
  ) {
    throw new Fault(
      'still_referenced',
      `Rows of ${reference.table} still point at rows that are to go (${reference.name}). Remove them first.`,
    );
  }
}
