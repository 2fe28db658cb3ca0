import type { BusinessTransaction } from '../platform/database/database.ts';
import type { FileAccount } from './engine/account.ts';
import statement from './list-batches.sql';
import type { UndoReport } from './undo/undo-report.ts';

export interface ListedBatch {
  batch: number;
  state: 'running' | 'done' | 'undoing' | 'undone';
  purpose: 'import' | 'replay';
  startedBy: string;
  startedAt: Date;
  finishedAt: Date | null;
  undoneAt: Date | null;
  undoReport: UndoReport | null;
  files: (FileAccount & { state: string })[];
}

/** The business's imports, newest first, each with the account of every file. */
export async function listBatches(transaction: BusinessTransaction, limit = 50): Promise<ListedBatch[]> {
  return transaction.rows<ListedBatch>(statement, [transaction.businessId, limit]);
}
