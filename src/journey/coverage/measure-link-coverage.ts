import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './measure-link-coverage.sql';

/** One joint of the journey: how many rows there are, how many are linked over it. */
export interface JointCoverage {
  name: string;
  total: number;
  linked: number;
  /** Percent with two decimals; null when there are no rows. */
  rate: number | null;
}

/** Link coverage of a business at each joint, in the order of the journey. */
export async function measureLinkCoverage(transaction: BusinessTransaction): Promise<JointCoverage[]> {
  const rows = await transaction.rows<{ name: string; total: number; linked: number }>(statement, [transaction.businessId]);
  return rows.map((row) => ({ ...row, rate: row.total === 0 ? null : Math.round((row.linked * 10_000) / row.total) / 100 }));
}
