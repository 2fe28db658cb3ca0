import type { BusinessTransaction } from '../platform/database/database.ts';
import { getCustomerId } from './find-customer.ts';
import findPairRecord from './find-pair-record.sql';
import findSharedValues from './find-shared-values.sql';
import { tellLink } from './chain/tell-chain.ts';
import { type ChainLink as ShownLink, showChain } from './chain/show-chain.ts';
import readChain from './chain/read-chain.sql';
import type { RecordSource } from './record-source.ts';
import { type LinkEvidence, tellDatedRecord, tellEvidence } from './tell-evidence.ts';
import { weighCustomers } from './weigh-customers.ts';

export interface PairExplanation {
  same: boolean;
  /** How sure the weakest link between them is; 0 when they are not one. */
  confidence: number;
  /** Plain sentences: what ties them, or what keeps them apart. */
  reasons: string[];
}

interface ChainLink {
  id: string;
  source: string;
  key: string | null;
  observedOn: string | null;
  method: string;
  confidence: string;
  evidence: LinkEvidence;
}

/**
 * Why two customers or records are one person, or why they are not. Each is given by a customer
 * id (present or merged away), a record id, or `source:key`.
 */
export async function explainPair(transaction: BusinessTransaction, first: string, second: string): Promise<PairExplanation> {
  const firstId = await getCustomerId(transaction, first);
  const secondId = await getCustomerId(transaction, second);
  if (firstId !== secondId) return { same: false, confidence: 0, reasons: await whyApart(transaction, firstId, secondId) };
  const firstChain = await readRecordChain(transaction, first, firstId);
  const secondChain = await readRecordChain(transaction, second, secondId);
  return { same: true, ...whyOne(firstId, firstChain, secondChain) };
}

/** The whole chain that holds a customer together: each record with why it is theirs; as sure as its weakest link. */
export async function explainCustomer(
  transaction: BusinessTransaction,
  wanted: string,
  sources: readonly RecordSource[] = [],
): Promise<PairExplanation & { chain: ShownLink[] }> {
  const { links } = await showChain(transaction, wanted, sources);
  const reasons = links.map(tellLink);
  return { same: true, confidence: Math.min(1, ...links.map(({ confidence }) => confidence)), reasons, chain: links };
}

async function readRecordChain(transaction: BusinessTransaction, wanted: string, customerId: string): Promise<ChainLink[]> {
  const [record] = await transaction.rows<{ id: string }>(findPairRecord, [transaction.businessId, wanted.trim(), customerId]);
  return record === undefined ? [] : transaction.rows<ChainLink>(readChain, [transaction.businessId, record.id]);
}

/** Both chains end at the founding record; what they share behind the meeting point ties neither to the other. */
function whyOne(customerId: string, first: ChainLink[], second: ChainLink[]): Omit<PairExplanation, 'same'> {
  const onSecond = new Set(second.map((link) => link.id));
  const meeting = first.find((link) => onSecond.has(link.id))?.id;
  const steps = [...beforeMeeting(first, meeting), ...beforeMeeting(second, meeting)];
  if (steps.length === 0) return { confidence: 1, reasons: [`Both are customer ${customerId}.`] };
  const chain = new Map([...first, ...second].map((link) => [link.id, link]));
  const reasons = steps.map((link) => {
    const sentence = tellEvidence(link.method, link.evidence, chain.get(link.evidence.with ?? '') ?? null);
    return `${capitalised(tellDatedRecord(link))}: ${sentence} (${link.confidence})`;
  });
  return { confidence: Math.min(...steps.map((link) => Number(link.confidence))), reasons };
}

function beforeMeeting(chain: ChainLink[], meeting: string | undefined): ChainLink[] {
  const end = chain.findIndex((link) => link.id === meeting);
  return end < 0 ? chain : chain.slice(0, end);
}

interface SharedValue {
  kind: 'email' | 'phone' | 'quote_number';
  value: string;
  firstName: string | null;
  secondName: string | null;
  genericReason: string | null;
  genericPeople: number | null;
}

async function whyApart(transaction: BusinessTransaction, first: string, second: string): Promise<string[]> {
  const reasons: string[] = [];
  const decided = await transaction.rows<{ verdict: string; decided_by: string }>(
    `select distinct decision.verdict, decision.decided_by
     from customers.decisions as decision
     join customers.records as a on a.business_id = $1 and a.id = decision.record_a
     join customers.records as b on b.business_id = $1 and b.id = decision.record_b
     where decision.business_id = $1 and decision.revoked_at is null and decision.verdict <> 'same'
       and ((a.customer_id = $2 and b.customer_id = $3) or (a.customer_id = $3 and b.customer_id = $2))`,
    [transaction.businessId, first, second],
  );
  for (const decision of decided)
    reasons.push(
      `${decision.decided_by} said that they are ${decision.verdict === 'household' ? 'one household, but different people' : 'different people'}.`,
    );
  const shared = await transaction.rows<SharedValue>(findSharedValues, [transaction.businessId, first, second]);
  for (const value of shared) reasons.push(tellApart(value));
  if (reasons.length === 0) reasons.push('They share no e-mail, no phone and no quote number.');
  const weighed = await weighCustomers(transaction, first, second);
  if (weighed !== null) reasons.push(`All evidence weighed: ${percent(weighed.probability)} likely one person.`, ...weighed.reasons);
  return reasons;
}

const KINDS = { email: 'e-mail', phone: 'phone', quote_number: 'quote number' } as const;

function tellApart(shared: SharedValue): string {
  const value = `${KINDS[shared.kind]} ${shared.value}`;
  if (shared.genericReason === 'placeholder')
    return `Both have the ${value}, but that is a placeholder and says nothing about who somebody is.`;
  if (shared.genericReason !== null)
    return `Both have the ${value}, but ${shared.genericPeople} different people use it: an office or the like, which says nothing about who somebody is.`;
  return `Both have the ${value}, but the names ${quoted(shared.firstName)} and ${quoted(shared.secondName)} do not agree: a household, not one person.`;
}

function quoted(name: string | null): string {
  return name === null ? '(none)' : `"${name}"`;
}

/** Never "0 %" or "100 %": nothing that is weighed is certain. */
function percent(probability: number): string {
  if (probability < 0.001) return 'less than 0.1 %';
  return probability > 0.999 ? 'more than 99.9 %' : `${Number((probability * 100).toFixed(1))} %`;
}

function capitalised(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
