import type { BusinessTransaction } from '../../platform/database/database.ts';
import { readSalesPersons } from './read-sales-persons.ts';
import relinkPeople from './relink-sales-persons.sql';
import { makeFoldResolver } from './resolve-fold.ts';
import updateSpellings from './update-sales-person-spellings.sql';

/** How many rows moved to another sales person, by table. */
export interface MovedRows {
  spellings: number;
  jobs: number;
  bookedOpportunities: number;
  leadStatus: number;
}

/**
 * Brings spellings and rows in line with the folds that stand. `leaving` are people whom a
 * fold just made or unmade: rows that a person edited follow only when they point at one of them.
 */
export async function applyFolds(transaction: BusinessTransaction, leaving: readonly string[] = []): Promise<MovedRows> {
  const book = await readSalesPersons(transaction);
  const resolve = makeFoldResolver(book.folds);
  const stale = book.spellings.flatMap((row) => {
    const now = resolve(row.spelling, row.own_sales_person_id);
    const isRight = now.sales_person_id === row.sales_person_id && now.fold_id === row.fold_id;
    return isRight ? [] : { spelling: row.spelling, ...now };
  });
  if (stale.length > 0) await transaction.run(updateSpellings, [transaction.businessId, JSON.stringify(stale)]);
  const moved = await transaction.one<Omit<MovedRows, 'spellings'>>(relinkPeople, [transaction.businessId, leaving]);
  return { spellings: stale.length, ...moved };
}
