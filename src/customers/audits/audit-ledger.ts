import { findOffences, type Offence } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import brokenCustomers from './broken-customers.sql';
import brokenLinks from './broken-links.sql';

/** What in the ledger of links, customers and redirects does not fit together; nothing when it is sound. */
export async function auditLedger(transaction: BusinessTransaction): Promise<Offence[]> {
  const [links, customers] = [
    await findOffences(transaction, renamed(brokenLinks)),
    await findOffences(transaction, renamed(brokenCustomers)),
  ];
  return [...links, ...customers];
}

function renamed(statement: string): string {
  return `select offence, id as example from (${statement}) as broken`;
}
