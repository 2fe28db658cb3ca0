import type { BusinessTransaction } from '../../platform/database/database.ts';
import { checkReferencesOnce } from '../../platform/database/references/check-references-once.ts';
import type { FileAccount } from './account.ts';
import type { PreparedTable } from './prepared-table.ts';
import keepQuarantined from './keep-quarantined.sql';
import keepSkipped from './keep-skipped.sql';

interface KeepContext {
  batchId: string;
  fileId: string;
  now: Date;
}

/** Keeps the rows in `set_aside` whole, with file and line, and marks the quarantined rows that the file cured. */
export async function keepSetAside(
  transaction: BusinessTransaction,
  table: PreparedTable,
  account: FileAccount,
  context: KeepContext,
): Promise<void> {
  const { businessId } = transaction;
  const { batchId, fileId } = context;
  const written = (name: string) => ({ table: name, where: 'written.file_id = $2', parameters: [fileId] });
  if (account.skipped > 0) {
    await checkReferencesOnce(transaction, written('import.skipped_rows'), () =>
      transaction.run(keepSkipped, [businessId, batchId, fileId]),
    );
  }
  if (account.quarantined > 0) {
    await transaction.run('analyze set_aside');
    await checkReferencesOnce(transaction, written('import.quarantined_rows'), () =>
      transaction.run(keepQuarantined, [businessId, batchId, fileId, table.kind.kind, context.now]),
    );
  }
  await transaction.run(
    `update import.quarantined_rows as open set state = 'replayed', resolved_batch_id = $2
     from cured
     where open.business_id = $1 and open.state = 'open' and open.kind = $3 and open.id = cured.id
       and not exists (select from repeated where repeated.place = cured.place)`,
    [businessId, batchId, table.kind.kind],
  );
}
