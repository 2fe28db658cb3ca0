import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';

/**
 * Deletes rows that an import created which was undone before this one: that undo had to keep
 * them, because this batch had changed them; restored, they are as the undone import left them.
 */
export async function removeLeftovers(transaction: BusinessTransaction, kind: FileKind): Promise<number> {
  return transaction.run(
    `delete from ${kind.table} as leftover
     using import.batches as undone
     where leftover.business_id = $1 and undone.business_id = $1
       and undone.state = 'undone' and leftover.batch_id = undone.id
       and leftover.last_batch_id = undone.id and leftover.edited_at is null`,
    [transaction.businessId],
  );
}
