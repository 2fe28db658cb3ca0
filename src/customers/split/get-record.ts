import type { BusinessTransaction } from '../../platform/database/database.ts';
import { Fault } from '../../platform/fault.ts';
import findRecordSql from './find-record.sql';

export interface FoundRecord {
  id: string;
  customerId: string;
  /** The record that the others of the customer gather round; null when there are none. */
  rest: string | null;
}

/** A record that belongs to a customer, by its id or as `source:key`. Throws when there is none. */
export async function getRecord(transaction: BusinessTransaction, wanted: string): Promise<FoundRecord> {
  const [found] = await transaction.rows<FoundRecord>(findRecordSql, [transaction.businessId, wanted.trim()]);
  if (found !== undefined) return found;
  throw new Fault(
    'no_such_record',
    `No row "${wanted}" belongs to a customer. Give it as source:key, e.g. jobs:<job id>, or by the id of its record; "throughline customers explain CUSTOMER --json" lists them.`,
    { exit: 'usage', status: 404 },
  );
}
