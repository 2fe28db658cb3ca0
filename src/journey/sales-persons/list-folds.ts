import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './list-folds.sql';

export interface ListedFold {
  spelling: string;
  folded: string;
  kept: string;
  method: string;
  confidence: number;
  evidence: Record<string, unknown>;
  made_by: string;
  made_at: Date;
  undone_by: string | null;
  undone_at: Date | null;
}

/** Every fold of sales people, newest first; those taken back say by whom. */
export async function listFolds(transaction: BusinessTransaction): Promise<ListedFold[]> {
  return transaction.rows<ListedFold>(statement, [transaction.businessId]);
}
