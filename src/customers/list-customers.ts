import type { BusinessTransaction } from '../platform/database/database.ts';
import statement from './list-customers.sql';

export interface ListedCustomer {
  id: string;
  name: string;
  emails: string[];
  phones: string[];
  /** The rows that name this person: table, row id, and the key people know. */
  records: { source: string; sourceId: string; key: string | null }[];
}

export interface CustomerSearch {
  /** Part of a name, e-mail, phone, quote number or job id. */
  search?: string | undefined;
  /** Id of the last customer of the page before. */
  after?: string | undefined;
  /** How many at most; undefined for all. */
  limit?: number | undefined;
}

/** Customers in the order of their ids, with their records. */
export async function listCustomers(transaction: BusinessTransaction, wanted: CustomerSearch = {}): Promise<ListedCustomer[]> {
  const pattern = wanted.search === undefined || wanted.search.trim() === '' ? null : `%${escapeLike(wanted.search.trim().toLowerCase())}%`;
  return transaction.rows<ListedCustomer>(statement, [transaction.businessId, pattern, wanted.after ?? null, wanted.limit ?? null]);
}

function escapeLike(text: string): string {
  return text.replace(/[\\%_]/g, (character) => `\\${character}`);
}
