import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';

/** Rows undone per transaction: some seconds of work, so that a kill loses little. */
export const CHUNK_ROWS = 100_000;

/**
 * Deletes up to a chunk of the rows that one file of a batch created and nobody touched
 * since: neither a person (edited_at) nor a later import (last_batch_id).
 */
export async function removeCreated(transaction: BusinessTransaction, kind: FileKind, batchId: string, fileId: string): Promise<number> {
  return transaction.run(
    // By place, not by id: no look-up per row, and a row somebody edits meanwhile has moved, so it stays.
    `delete from ${kind.table} as doomed
     where doomed.business_id = $1
       and doomed.ctid = any (array(
         select chosen.ctid from ${kind.table} as chosen
         where chosen.business_id = $1 and chosen.batch_id = $2 and chosen.file_id = $3 and chosen.last_batch_id = $2 and chosen.edited_at is null
         limit ${CHUNK_ROWS}
       ))`,
    [transaction.businessId, batchId, fileId],
  );
}
