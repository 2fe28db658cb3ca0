import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import { type LinkEvidence, tellEvidence, type ToldRecord } from '../tell-evidence.ts';
import splitsSql from './list-splits.sql';

export interface RunMerge {
  kept: string;
  keptName: string;
  merged: string;
  mergedName: string;
  method: string;
  confidence: number;
  why: string;
  undoneAt: Date | null;
}

export interface RunSplit {
  from: string;
  fromName: string;
  to: string;
  toName: string;
  records: number;
  /** Which records, as long as they are there, and what holds each to its customer now. */
  moved: { record: string; why: string }[];
}

/** What a run did to customers that stood before it: who became one, who fell apart, and why. */
export async function showRun(transaction: BusinessTransaction, id: string): Promise<{ merges: RunMerge[]; splits: RunSplit[] }> {
  await requireRun(transaction, id);
  const merges = await transaction.rows<Omit<RunMerge, 'why'> & { evidence: LinkEvidence; source: string | null; key: string | null }>(
    `select merge.kept_customer_id as kept, kept.name as "keptName", merge.merged_customer_id as merged, merged.name as "mergedName",
       merge.method, merge.confidence::float8 as confidence, merge.undone_at as "undoneAt", merge.evidence, other.source, other.source_key as key
     from customers.merges as merge
     join customers.customers as kept on kept.business_id = $1 and kept.id = merge.kept_customer_id
     join customers.customers as merged on merged.business_id = $1 and merged.id = merge.merged_customer_id
     left join customers.records as other on other.business_id = $1 and other.id::text = merge.evidence ->> 'with'
     where merge.business_id = $1 and merge.run_id::text = $2
     order by merge.confidence, merge.id`,
    [transaction.businessId, id],
  );
  const splits = await listSplits(transaction, id);
  return {
    merges: merges.map(({ evidence, source, key, ...merge }) => ({
      ...merge,
      why: tellEvidence(merge.method, evidence, source === null ? null : { source, key }),
    })),
    splits,
  };
}

interface SplitRow {
  from: string;
  fromName: string;
  to: string;
  toName: string;
  records: number;
  moved: (ToldRecord & { method: string | null; evidence: LinkEvidence; with: ToldRecord | null })[];
}

async function listSplits(transaction: BusinessTransaction, run: string): Promise<RunSplit[]> {
  const rows = await transaction.rows<SplitRow>(splitsSql, [transaction.businessId, run]);
  return rows.map((split) => ({
    ...split,
    moved: split.moved.map(({ method, evidence, with: other, ...record }) => ({
      record: nameRecord(record),
      why: method === null ? 'It says nothing of anybody.' : tellEvidence(method, evidence, other),
    })),
  }));
}

/** As other commands take it. */
function nameRecord({ source, key }: ToldRecord): string {
  return `${source.split('.').at(-1) ?? source}:${key ?? ''}`;
}

export async function requireRun(transaction: BusinessTransaction, id: string): Promise<void> {
  const found = await transaction.rows('select from customers.runs where business_id = $1 and id::text = $2', [transaction.businessId, id]);
  if (found.length > 0) return;
  throw new Fault('unknown_run', `There is no run ${id}. "throughline customers runs" lists them.`, { exit: 'usage', status: 404 });
}
