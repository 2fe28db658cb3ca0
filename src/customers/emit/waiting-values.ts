import type { KeptValue } from '../../import/index.ts';
import type { BusinessTransaction } from '../../platform/database/database.ts';
import { GOLDEN_FIELDS } from '../golden/golden-fields.ts';
import keepSaidOfSql from './keep-said-of.sql';
import listWaitingSql from './list-waiting-values.sql';

const MAKE = 'create temp table if not exists gone_with_values (id uuid primary key, name text not null) on commit drop';

/** Before the customers in `empty_customers` go: remembers, to the end of the transaction, of whom people set values by hand. */
export async function noteSaidOf(transaction: BusinessTransaction): Promise<void> {
  await transaction.run(MAKE);
  await transaction.run(keepSaidOfSql, [transaction.businessId]);
}

interface WaitingRow {
  field: string;
  value: string;
  source: string;
  key: string;
  name: string;
  decidedBy: string;
  decidedAt: Date;
}

/** The values set by hand of customers that went in this transaction, oldest first. */
export async function listWaitingValues(transaction: BusinessTransaction): Promise<KeptValue[]> {
  await transaction.run(MAKE);
  const rows = await transaction.rows<WaitingRow>(listWaitingSql, [transaction.businessId]);
  return rows.map(({ source, key, name, decidedAt, ...row }) => ({
    ...row,
    title: GOLDEN_FIELDS.find(({ field }) => field === row.field)?.title ?? row.field,
    about: { source, key, name },
    decidedAt: decidedAt.toISOString(),
  }));
}
