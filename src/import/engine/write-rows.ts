import type { BusinessTransaction } from '../../platform/database/database.ts';
import { checkReferencesOnce } from '../../platform/database/references/check-references-once.ts';
import type { FileKind } from '../file-kind.ts';
import type { FileAccount } from './account.ts';
import type { LoadStatements } from './load-statements.ts';

export interface WriteContext {
  batchId: string;
  fileId: string;
  now: Date;
  /** Whether the indexes of the target table are set aside and built, and its statistics taken, when all files of its group are written. */
  isBulk: boolean;
}

/** Writes the staged rows: looks up what their texts mean, creates new rows, keeps before-images and updates. Counts in `account`; returns the rows written. */
export async function writeRows(
  transaction: BusinessTransaction,
  kind: FileKind,
  targets: readonly string[],
  statements: LoadStatements,
  context: WriteContext,
  staged: { rows: number; account: FileAccount },
): Promise<number> {
  const { businessId } = transaction;
  const { account, rows } = staged;
  for (const lookup of kind.lookups.filter((candidate) => targets.includes(candidate.from))) {
    const unknown = await transaction.rows<{ spelling: string }>(
      `select distinct staged.${lookup.from} as spelling from ${statements.staged} as staged where staged.${lookup.from} is not null
       and not exists (select from ${lookup.spellings} as known where known.business_id = $1 and known.spelling = staged.${lookup.from})
       order by 1`,
      [businessId],
    );
    if (unknown.length > 0)
      await lookup.ensure(
        transaction,
        unknown.map((row) => row.spelling),
        context.batchId,
      );
  }
  const matched = await transaction.run(statements.match, [businessId]);
  await transaction.run('analyze matched');
  if (matched < rows) account.created = await create(transaction, kind, statements.insert(matched > 0), context);
  if (matched > 0) {
    account.updated = await transaction.run(statements.keepBefore, [businessId, context.batchId, context.fileId, context.now]);
    if (account.updated > 0) await transaction.run(statements.update, [businessId, context.batchId, context.now]);
    account.same = matched - account.updated;
    if (account.same > 0) await transaction.run(statements.keepSeen, [businessId, context.fileId]);
  }
  return account.created + account.updated;
}

async function create(transaction: BusinessTransaction, kind: FileKind, insert: string, context: WriteContext): Promise<number> {
  const written = { table: kind.table, where: 'written.file_id = $2', parameters: [context.fileId] };
  return checkReferencesOnce(transaction, written, () =>
    transaction.run(insert, [transaction.businessId, context.batchId, context.fileId, context.now]),
  );
}
