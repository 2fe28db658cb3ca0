import type { BusinessTransaction } from '../../platform/database/database.ts';
import statement from './read-sales-persons.sql';

export interface SalesPerson {
  id: string;
  name: string;
  normalized_name: string;
  origin: string;
}

export interface SalesPersonSpelling {
  spelling: string;
  /** Whom it means now. */
  sales_person_id: string;
  /** Whom it means when nothing is folded. */
  own_sales_person_id: string;
  fold_id: string | null;
  origin: string;
}

export interface SalesPersonFold {
  id: string;
  kept_id: string;
  folded_id: string;
  spelling: string;
  /** `manual` folds one spelling; every other method folds a person with all spellings. */
  method: string;
  is_undone: boolean;
  undone_by: string | null;
}

/** Everybody who sells, oldest first, with every spelling and every fold ever made. */
export interface SalesPersonBook {
  persons: SalesPerson[];
  spellings: SalesPersonSpelling[];
  folds: SalesPersonFold[];
}

/** Reads the sales people of the business: a few hundred at most. */
export async function readSalesPersons(transaction: BusinessTransaction): Promise<SalesPersonBook> {
  return transaction.one<SalesPersonBook & Record<string, unknown>>(statement, [transaction.businessId]);
}
