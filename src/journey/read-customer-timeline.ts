import type { TimelineEvent } from '../../contract/customers.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import { Fault } from '../platform/fault.ts';
import findPresentSql from './find-present-customer.sql';
import timelineSql from './read-customer-timeline.sql';

/**
 * Everything that happened with a customer, from the first lead to the closed job, in
 * order; days and times in the branch's zone. An id that was merged away tells the whole
 * life of the customer it is part of now. Fault no_such_customer (404).
 */
export async function readCustomerTimeline(transaction: BusinessTransaction, customerId: string): Promise<TimelineEvent[]> {
  const [present] = await transaction.rows<{ id: string }>(findPresentSql, [transaction.businessId, customerId]);
  if (present === undefined) throw new Fault('no_such_customer', `There is no customer ${customerId} in this business. "throughline customers list --search NAME" finds them by name.`, { exit: 'usage', status: 404 });
  return transaction.rows<TimelineEvent>(timelineSql, [transaction.businessId, present.id]);
}
