import type { TimelineEvent } from '../../contract/customers.ts';
import type { BusinessTransaction } from '../platform/database/database.ts';
import timelineSql from './read-customer-timeline.sql';

/**
 * Everything that happened with a customer, from the first lead to the closed job, in
 * order; days and times in the branch's zone. The customer's id must be a present one:
 * follow redirects first.
 */
export async function readCustomerTimeline(transaction: BusinessTransaction, customerId: string): Promise<TimelineEvent[]> {
  return transaction.rows<TimelineEvent>(timelineSql, [transaction.businessId, customerId]);
}
