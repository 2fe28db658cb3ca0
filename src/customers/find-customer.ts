import type { BusinessTransaction } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import statement from './find-customer.sql';

const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}$/i;

/**
 * The present id of a customer, by its id, an id it had before a merge, a record's id, or
 * `source:key` such as `jobs:<job id>` or `lost_leads:<quote number>`. Throws when nobody is found.
 */
export async function getCustomerId(transaction: BusinessTransaction, wanted: string): Promise<string> {
  const [found] = await transaction.rows<{ id: string }>(statement, [
    transaction.businessId,
    wanted.trim(),
    UUID.test(wanted.trim()) ? wanted.trim() : null,
  ]);
  if (found !== undefined) return found.id;
  throw new Fault(
    'no_such_customer',
    `There is no customer "${wanted}". Give a customer id, or a record as source:key, e.g. jobs:<job id>; "throughline customers list --search NAME" finds them.`,
    {
      exit: 'usage',
      status: 404,
    },
  );
}
