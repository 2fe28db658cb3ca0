import type { ReviewSection } from '../../../contract/review.ts';
import { definePlugSlot, type ThroughlineModule } from '../../platform/app/plug.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { DOUBTFUL } from '../proposals/proposal.ts';
import listSql from './list-questions.sql';

/** What customers are worth to a module: `select id, amount …` per customer in the business's currency; $1 is the business. */
export interface CustomerAmounts {
  name: string;
  sql: string;
}

export const customerAmounts = definePlugSlot<CustomerAmounts>('customers.amounts');

/** A question of the review queue: are these two one person? */
export interface Question {
  recordA: string;
  recordB: string;
  customerA: string;
  nameA: string;
  customerB: string;
  nameB: string;
  probability: number;
  /** `later` when a person put it off. */
  state: 'open' | 'later';
  /** `worth_a_look`: less likely than those asked about first, for the reason its first line tells. */
  section: ReviewSection;
  reasons: string[];
  /** The smaller of what the two are worth. */
  atStake: number;
  foundAt: Date;
}

/** Open questions: the likely ones, those worth a look, those put off; of each the most money at stake first. */
export async function listQuestions(
  transaction: BusinessTransaction,
  modules: readonly ThroughlineModule[],
  limit: number | null,
  section: ReviewSection | null = null,
): Promise<Question[]> {
  const totals = new Map<string, number>();
  for (const { sql } of customerAmounts.collect(modules)) {
    for (const { id, amount } of await transaction.rows<{ id: string; amount: string | null }>(sql, [transaction.businessId]))
      totals.set(id, (totals.get(id) ?? 0) + Number(amount ?? 0));
  }
  const amounts = JSON.stringify([...totals].map(([id, amount]) => ({ id, amount })));
  return transaction.rows<Question>(listSql, [transaction.businessId, limit, amounts, DOUBTFUL, section]);
}
