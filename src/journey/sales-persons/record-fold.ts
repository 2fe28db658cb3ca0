import type { BusinessTransaction } from '../../platform/database/database.ts';
import { uuidV7 } from '../../platform/uuid.ts';
import insertFold from './insert-fold.sql';
import undoFold from './undo-fold.sql';

export interface FoldToRecord {
  keptId: string;
  foldedId: string;
  /** The spelling it concerns (by hand), or the name of the person who was folded. */
  spelling: string;
  method: string;
  confidence: number;
  evidence: Record<string, unknown>;
  madeBy: string;
  /** Set to record a refusal: a fold that no rule may make. */
  undoneBy?: string;
}

/** Writes a fold; `applyFolds` then makes rows follow it. */
export async function recordFold(transaction: BusinessTransaction, fold: FoldToRecord): Promise<void> {
  await transaction.run(insertFold, [
    transaction.businessId,
    uuidV7(),
    fold.keptId,
    fold.foldedId,
    fold.spelling,
    fold.method,
    fold.confidence,
    JSON.stringify(fold.evidence),
    fold.madeBy,
    new Date(),
    fold.undoneBy ?? null,
  ]);
}

/** Marks a fold as taken back; `applyFolds` then makes rows follow. */
export async function takeFoldBack(transaction: BusinessTransaction, foldId: string, by: string): Promise<void> {
  await transaction.run(undoFold, [transaction.businessId, foldId, by, new Date()]);
}
