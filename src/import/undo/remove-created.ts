import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { FileKind } from '../file-kind.ts';

/** Rows undone per transaction: some seconds of work, so that a kill loses little. */
export const CHUNK_ROWS = 25_000;

/**
 * Deletes up to a chunk of the rows that one file of a batch created and nobody touched
 * since: neither a person (edited_at) nor a later import (last_batch_id).
 */
export async function removeCreated(transaction: BusinessTransaction, kind: FileKind, batchId: string, fileId: string): Promise<number> {
  return transaction.run(
    `delete from ${kind.table} as doomed
     using (
       select id from ${kind.table}
       where business_id = $1 and batch_id = $2 and file_id = $3 and last_batch_id = $2 and edited_at is null
       limit ${CHUNK_ROWS}
     ) as chosen
     where doomed.business_id = $1 and doomed.id = chosen.id`,
    [transaction.businessId, batchId, fileId],
  );
}
