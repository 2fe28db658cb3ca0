import type { BusinessTransaction } from '../../platform/database/database.ts';
import { getCustomerId } from '../find-customer.ts';
import { composeDetails } from '../golden/choose/compose-choice.ts';
import type { RecordSource } from '../record-source.ts';
import { type LinkEvidence, tellEvidence } from '../tell-evidence.ts';
import showChainSql from './show-chain.sql';
import { type LinkWeight, weighLinks } from './weigh-links.ts';

/** A record of a customer, where it was read, and what holds it there. */
export interface ChainLink {
  recordId: string;
  source: string;
  sourceId: string;
  key: string | null;
  name: string | null;
  email: string | null;
  phone: string | null;
  /** The day the row tells of; null where it has none. */
  observedOn: string | null;
  importNumber: number | null;
  fileName: string | null;
  line: number | null;
  /** The record it is tied to, nearer to the first of this person; null for the first. */
  hangsOn: string | null;
  method: string;
  confidence: number;
  decidedBy: string;
  decidedAt: string;
  /** Why it belongs there, as a sentence. */
  why: string;
  /** What the model makes of the two; null for the first record and before anything was learnt. */
  weight: LinkWeight | null;
}

interface ChainRow extends Omit<ChainLink, 'why' | 'weight' | 'hangsOn' | 'decidedAt'> {
  isFounder: boolean;
  evidence: LinkEvidence;
  decidedAt: Date;
  hangsOnId: string | null;
  hangsOnSource: string | null;
  hangsOnKey: string | null;
  hangsOnDay: string | null;
}

/** The chain that holds a customer: the first record, then each behind the one it hangs on, by day. */
export async function showChain(
  transaction: BusinessTransaction,
  wanted: string,
  sources: readonly RecordSource[],
): Promise<{ customerId: string; links: ChainLink[] }> {
  const customerId = await getCustomerId(transaction, wanted);
  const details = composeDetails({ customers: 'select $2::uuid', sources, areFew: true });
  const rows = await transaction.rows<ChainRow>(
    showChainSql.replace(':details', () => `(${details})`),
    [transaction.businessId, customerId],
  );
  const pairs = rows.flatMap(({ recordId, hangsOnId }) => (hangsOnId === null ? [] : [{ record: recordId, hangsOn: hangsOnId }]));
  const weights = await weighLinks(transaction, customerId, pairs);
  return { customerId, links: inChainOrder(rows).map((row) => linkOf(row, weights)) };
}

/** Nobody comes before the record they hang on. What hangs on none of them (their record went elsewhere) comes last. */
function inChainOrder(rows: readonly ChainRow[]): ChainRow[] {
  const hanging = new Map<string | null, ChainRow[]>();
  for (const row of rows) hanging.set(row.hangsOnId, [...(hanging.get(row.hangsOnId) ?? []), row]);
  const roots = rows.filter(({ hangsOnId }) => hangsOnId === null).sort((a, b) => Number(b.isFounder) - Number(a.isFounder));
  const ordered = new Set<ChainRow>(roots);
  for (const row of ordered) for (const next of hanging.get(row.recordId) ?? []) ordered.add(next);
  for (const row of rows) ordered.add(row);
  return [...ordered];
}

function linkOf(row: ChainRow, weights: ReadonlyMap<string, LinkWeight>): ChainLink {
  const { isFounder: _founder, evidence, hangsOnId, hangsOnSource, hangsOnKey, hangsOnDay, decidedAt, ...record } = row;
  const weight = weights.get(record.recordId) ?? null;
  const other = hangsOnSource === null ? null : { source: hangsOnSource, key: hangsOnKey, observedOn: hangsOnDay };
  return {
    ...record,
    decidedAt: decidedAt.toISOString(),
    hangsOn: hangsOnId,
    // With its weights at hand the sentence does not repeat those of the day the two were joined.
    why: tellEvidence(record.method, weight === null ? evidence : { ...evidence, reasons: [] }, other),
    weight,
  };
}
