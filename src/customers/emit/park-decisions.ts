import type { KeptDecision } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import listSql from './list-parked.sql';
import makeSql from './make-parking.sql';
import parkSql from './park-decisions.sql';
import parkQuestionsSql from './park-questions.sql';
import stageSql from './stage-parking.sql';

/**
 * Keeps what people decided about the records in `gone_records`, by the natural keys of their
 * rows, before the records take it with them; `reviveDecisions` brings it back into force. So are questions that
 * they put off, which are put off again when a run finds them again.
 */
export async function parkDecisions(transaction: BusinessTransaction): Promise<void> {
  await transaction.run(makeSql);
  const parked = await transaction.run(stageSql, [transaction.businessId]);
  if (parked > 0) await transaction.run(parkSql, [transaction.businessId]);
  await transaction.run(parkQuestionsSql, [transaction.businessId]);
}

interface ParkedRow {
  decision: KeptDecision['decision'];
  sourceA: string;
  keyA: string;
  nameA: string | null;
  sourceB: string;
  keyB: string;
  nameB: string | null;
  decidedBy: string;
  decidedAt: Date;
}

/** The decisions that this transaction parked, oldest first, with the names their records had. */
export async function listParked(transaction: BusinessTransaction): Promise<KeptDecision[]> {
  await transaction.run(makeSql);
  const rows = await transaction.rows<ParkedRow>(listSql, [transaction.businessId]);
  return rows.map((row) => ({
    decision: row.decision,
    about: [
      { source: row.sourceA, key: row.keyA, name: row.nameA },
      { source: row.sourceB, key: row.keyB, name: row.nameB },
    ],
    decidedBy: row.decidedBy,
    decidedAt: row.decidedAt.toISOString(),
  }));
}
