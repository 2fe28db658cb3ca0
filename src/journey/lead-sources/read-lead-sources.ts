import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './read-lead-sources.sql';

export interface LeadSourceBook {
  /** Source id by normalised name; of several, the oldest. */
  idOf: Map<string, string>;
  spellings: Map<string, { lead_source_id: string; origin: string }>;
}

interface Row {
  sources: { id: string; normalized_name: string }[];
  spellings: { spelling: string; lead_source_id: string; origin: string }[];
}

/** Reads the lead sources of the business and their spellings. */
export async function readLeadSources(transaction: BusinessTransaction): Promise<LeadSourceBook> {
  const row = await transaction.one<Row>(statement, [transaction.businessId]);
  return {
    idOf: new Map(row.sources.map((source) => [source.normalized_name, source.id])),
    spellings: new Map(row.spellings.map(({ spelling, ...known }) => [spelling, known])),
  };
}
