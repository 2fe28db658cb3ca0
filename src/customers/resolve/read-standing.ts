import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { StagedRow } from '../staging/staging.ts';
import statement from './read-standing.sql';

/** What a run finds before it begins. */
export interface Standing {
  /** Rows on their way to the records: in the temp table `arrivals`, or brought along by the caller. */
  arrivals: number;
  hasArrivals: boolean;
  /** Records that are to be looked at: it is written down of them, or they lie in the temp table `reopened_records`. */
  reopened: number;
  hasReopened: boolean;
  /** Records went in this transaction. */
  isLess: boolean;
  /** Decisions of people wait for their rows. */
  hasParked: boolean;
  /** People ever said something: of two records, of how a field is chosen, of one customer's field. Else it need not be read. */
  hasDecisions: boolean;
  hasRules: boolean;
  hasHandValues: boolean;
  /** The business's model, the records it was learnt from and how many came since; null before the first. */
  model: { id: string; learnt: number; since: number } | null;
}

interface StandingRow {
  hasArrivals: boolean;
  hasReopened: boolean;
  isLess: boolean;
  waiting: number;
  hasParked: boolean;
  hasDecisions: boolean;
  hasRules: boolean;
  hasHandValues: boolean;
  modelId: string | null;
  learnt: number | null;
  since: number | null;
}

/** Reads what waits for a run, in one message when nothing lies in temp tables. `brought`: arrivals that the caller brings along. */
export async function readStanding(transaction: BusinessTransaction, brought: readonly StagedRow[]): Promise<Standing> {
  const [row] = await transaction.prepared<StandingRow>(statement, [transaction.businessId]);
  if (row === undefined) throw new Error('expected what stands, got no row');
  const { waiting, modelId, learnt, since, ...flags } = row;
  return {
    ...flags,
    arrivals: brought.length + (flags.hasArrivals ? await count(transaction, 'arrivals') : 0),
    reopened: waiting + (flags.hasReopened ? await count(transaction, 'reopened_records') : 0),
    model: modelId === null ? null : { id: modelId, learnt: learnt ?? 0, since: since ?? 0 },
  };
}

async function count(transaction: BusinessTransaction, table: 'arrivals' | 'reopened_records'): Promise<number> {
  return (await transaction.one<{ rows: number }>(`select count(*) as rows from ${table}`)).rows;
}
