import type { BusinessTransaction } from '../../platform/database/database.ts';
import findHeirsSql from './find-heirs.sql';
import loadSql from './load-customers.sql';
import { type Roster, findRecord } from './roster.ts';

/** A customer as it stands before the run. */
export interface KnownCustomer {
  id: string;
  /** Position of its founding record in the roster; -1 when nothing of it is left. */
  founder: number;
  /** The founding record was gone and another took its place. */
  hasNewFounder: boolean;
  isPrimary: boolean;
  isEdited: boolean;
  /** Where it was merged to: finally, and by which merge into whom. */
  merged: { to: string; mergeId: string; kept: string } | null;
}

interface CustomerRow {
  id: string;
  founding_record_id: string | null;
  is_primary_record: boolean;
  is_edited: boolean;
  redirect_to: string | null;
  merge_id: string | null;
  kept_customer_id: string | null;
}

/** Loads the customers of the roster's records, and those merged into them, each with its founder. */
export async function loadKnownCustomers(transaction: BusinessTransaction, roster: Roster, isAll: boolean): Promise<KnownCustomer[]> {
  if (!isAll && roster.customerIds.length === 0) return [];
  const rows = await transaction.prepared<CustomerRow>(
    loadSql.replace(':chosen', () => (isAll ? 'true' : CHOSEN)),
    isAll ? [transaction.businessId] : [transaction.businessId, roster.customerIds],
  );
  const known = rows.map((row) => readCustomer(roster, row));
  await findNewFounders(transaction, roster, known);
  return known;
}

/** As ids found first: two conditions joined by "or" would read every customer. */
const CHOSEN = `customer.id = any (array(
  select unnest($2::uuid[])
  union
  select merged.id from customers.redirects as merged where merged.business_id = $1 and merged.customer_id = any ($2::uuid[])
))`;

function readCustomer(roster: Roster, row: CustomerRow): KnownCustomer {
  const merged =
    row.redirect_to === null || row.merge_id === null || row.kept_customer_id === null
      ? null
      : { to: row.redirect_to, mergeId: row.merge_id, kept: row.kept_customer_id };
  return {
    id: row.id,
    founder: row.founding_record_id === null ? -1 : findRecord(roster, row.founding_record_id),
    hasNewFounder: false,
    isPrimary: row.is_primary_record,
    isEdited: row.is_edited,
    merged,
  };
}

/** A customer whose founding record is gone is carried on by the oldest of its own records that founded no other. */
async function findNewFounders(transaction: BusinessTransaction, roster: Roster, known: readonly KnownCustomer[]): Promise<void> {
  const orphaned = new Map(known.filter((customer) => customer.founder < 0).map((customer) => [customer.id, customer]));
  if (orphaned.size === 0) return;
  const founders = new Set(known.map((customer) => customer.founder));
  const rows = await transaction.rows<{ customer_id: string; record_id: string }>(findHeirsSql, [
    transaction.businessId,
    [...orphaned.keys()],
  ]);
  for (const row of rows) {
    const customer = orphaned.get(row.customer_id);
    const record = findRecord(roster, row.record_id);
    if (customer === undefined || customer.founder >= 0 || record < 0 || founders.has(record)) continue;
    const present = roster.customerIds[roster.customers[record] ?? -1];
    if (present !== (customer.merged?.to ?? customer.id)) continue;
    founders.add(record);
    customer.founder = record;
    customer.hasNewFounder = true;
  }
}
