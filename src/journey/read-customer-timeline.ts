import type { TimelineEvent } from '../../contract/customers.ts';
import { getCustomerId } from '../customers/index.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import timelineSql from './read-customer-timeline.sql';

/**
 * Everything that happened with a customer, from the first lead to the closed job, in
 * order; days and times in the branch's zone. An id that was merged away tells the whole
 * life of the customer it is part of now. Fault no_such_customer (404).
 */
export async function readCustomerTimeline(transaction: BusinessTransaction, customerId: string): Promise<TimelineEvent[]> {
  return transaction.rows<TimelineEvent>(timelineSql, [transaction.businessId, await getCustomerId(transaction, customerId)]);
}
