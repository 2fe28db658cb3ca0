import type { BatchQuarantineShape } from '../../../contract/quarantine.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { listQuarantine } from './list-quarantine.ts';
import showSql from './show-quarantine.sql';

/** What waits in the quarantine of one import, grouped by what cures it. */
export async function showBatchQuarantine(transaction: BusinessTransaction, number: number): Promise<BatchQuarantineShape> {
  const batchId = await findBatchId(transaction, number);
  const shown = await transaction.one<Omit<BatchQuarantineShape, 'batch' | 'groups'>>(showSql, [transaction.businessId, batchId]);
  return { batch: number, ...shown, groups: await listQuarantine(transaction, batchId) };
}

/** The id of an import by its number; a Fault when there is none. */
export async function findBatchId(transaction: BusinessTransaction, number: number): Promise<string> {
  const [found] = await transaction.rows<{ id: string }>('select id from import.batches where business_id = $1 and number = $2', [
    transaction.businessId,
    number,
  ]);
  if (found === undefined)
    throw new Fault('no_such_batch', `There is no import ${number}. "throughline import list" shows those there are.`, {
      exit: 'usage',
      status: 404,
    });
  return found.id;
}
