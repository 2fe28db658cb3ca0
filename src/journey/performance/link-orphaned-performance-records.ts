import type { BusinessTransaction } from '../../platform/database/database.ts';
import { LISTED, type MaintenanceStep } from '../maintenance-step.ts';
import { readSalesPersons } from '../sales-persons/read-sales-persons.ts';
import linkSales from './link-sales-performance.sql';
import linkUsers from './link-user-performance.sql';
import { makeNameMatcher } from './match-name.ts';
import readNames from './read-performance-names.sql';

interface PerformanceRow {
  source: 'user_performance' | 'sales_performance';
  id: string;
  name: string;
  sales_person_id: string | null;
  link_method: string | null;
  link_confidence: number | null;
}

interface Link {
  id: string;
  sales_person_id: string | null;
  link_method: string | null;
  link_confidence: number | null;
}

/** What linking the performance reports found. */
export interface PerformanceLinks {
  changed: number;
  byMethod: Record<string, number>;
  ambiguous: { source: string; name: string; candidates: string[] }[];
  unmatched: { source: string; name: string; nearest: string | null }[];
}

/** Call and sales figures to sales people: exact, then the same name, then at least 0.75 alike; the rest is listed. */
export const linkOrphanedPerformanceRecords: MaintenanceStep = {
  name: 'link_orphaned_performance_records',
  title: 'link call and sales figures to sales people by name',
  async run(transaction) {
    const links = await linkPerformance(transaction);
    return {
      name: this.name,
      changed: links.changed,
      unresolved: links.ambiguous.length + links.unmatched.length,
      details: {
        linkedBy: links.byMethod,
        ambiguous: links.ambiguous.slice(0, LISTED),
        unmatched: links.unmatched.slice(0, LISTED),
      },
    };
  },
};

/** Decides every performance row anew that no person decided, and writes what differs. */
export async function linkPerformance(transaction: BusinessTransaction): Promise<PerformanceLinks> {
  const rows = await transaction.rows<PerformanceRow>(readNames, [transaction.businessId]);
  const links: PerformanceLinks = { changed: 0, byMethod: {}, ambiguous: [], unmatched: [] };
  if (rows.length === 0) return links;
  const matchName = makeNameMatcher(await readSalesPersons(transaction));
  const stale: Record<PerformanceRow['source'], Link[]> = { user_performance: [], sales_performance: [] };
  for (const row of rows) {
    const match = matchName(row.name);
    if (match.kind === 'ambiguous') links.ambiguous.push({ source: row.source, name: row.name, candidates: match.candidates });
    if (match.kind === 'none') links.unmatched.push({ source: row.source, name: row.name, nearest: match.nearest });
    const link: Link =
      match.kind === 'matched'
        ? { id: row.id, sales_person_id: match.salesPersonId, link_method: match.method, link_confidence: match.confidence }
        : { id: row.id, sales_person_id: null, link_method: null, link_confidence: null };
    if (link.link_method !== null) links.byMethod[link.link_method] = (links.byMethod[link.link_method] ?? 0) + 1;
    if (!isSame(row, link)) stale[row.source].push(link);
  }
  await write(transaction, linkUsers, stale.user_performance);
  await write(transaction, linkSales, stale.sales_performance);
  links.changed = stale.user_performance.length + stale.sales_performance.length;
  return links;
}

async function write(transaction: BusinessTransaction, statement: string, links: readonly Link[]): Promise<void> {
  if (links.length > 0) await transaction.run(statement, [transaction.businessId, JSON.stringify(links)]);
}

function isSame(row: PerformanceRow, link: Link): boolean {
  return (
    row.sales_person_id === link.sales_person_id && row.link_method === link.link_method && row.link_confidence === link.link_confidence
  );
}
