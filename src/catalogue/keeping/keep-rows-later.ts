import type { Database } from '../../platform/database/database.ts';
import { keepRows } from './keep-rows.ts';
import type { KeptTableName } from './kept-tables.ts';

/** What each database's businesses are being brought up to date with, one after another. */
const underWay = new WeakMap<Database, Map<string, Promise<void>>>();

/**
 * Brings kept rows up to date behind the answer, one copying per business at a time. For a process
 * that lives on: a page with eight questions would otherwise wait for every row's version to be
 * compared after each edit. Resolves when all that was asked for until now is done.
 */
export function keepRowsLater(database: Database, businessId: string, tables: readonly KeptTableName[]): Promise<void> {
  const businesses = underWay.get(database) ?? new Map<string, Promise<void>>();
  underWay.set(database, businesses);
  const before = businesses.get(businessId) ?? Promise.resolve();
  // What fails here (the server stops, a disk is full) costs speed only: the next question asks for it again.
  const next = before.then(() => keepRows(database, businessId, tables)).catch(() => undefined);
  businesses.set(businessId, next);
  return next;
}
