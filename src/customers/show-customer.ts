import type { BusinessTransaction } from '../platform/database/database.ts';
import { getCustomerId } from './find-customer.ts';
import { type LinkEvidence, type ToldRecord, tellEvidence } from './tell-evidence.ts';
import statement from './show-customer.sql';

export interface ShownRecord {
  source: string;
  sourceId: string;
  key: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  quoteNumber: string | null;
  observedOn: string | null;
  method: string;
  confidence: number;
  decidedBy: string;
  decidedAt: string;
  /** Why this row is this person, as a sentence. */
  why: string;
}

export interface ShownCustomer {
  id: string;
  name: string;
  firstName: string | null;
  lastName: string | null;
  email: string | null;
  phone: string | null;
  firstLeadDate: string | null;
  conversionDate: string | null;
  records: ShownRecord[];
  mergeHistory: { mergedCustomerId: string; method: string; confidence: number; timestamp: string; mergedBy: string }[];
  /** Other people who share a phone or an e-mail. */
  household: { id: string; name: string; shares: string; value: string }[];
}

interface CustomerRow extends Omit<ShownCustomer, 'records'> {
  records: (Omit<ShownRecord, 'why'> & { evidence: LinkEvidence; with: ToldRecord | null })[];
}

/** One customer whole, by any of the names `getCustomerId` takes. */
export async function showCustomer(transaction: BusinessTransaction, wanted: string): Promise<ShownCustomer> {
  const id = await getCustomerId(transaction, wanted);
  const row = await transaction.one<CustomerRow>(statement, [transaction.businessId, id]);
  return {
    ...row,
    records: row.records.map(({ evidence, with: other, ...record }) => ({ ...record, why: tellEvidence(record.method, evidence, other) })),
  };
}
