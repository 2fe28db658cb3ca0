import type { FileKind } from '../../import/file-kind.ts';
import { openBranches } from './open-branches.ts';
import { appendBookingEvents, retellBookingEvents } from './booking-events.ts';
import { statusHistory } from './status-history.ts';
import { dayColumn, measureColumn, moneyColumn, quoteNumberColumn, statusColumn, textColumn } from './column-readers.ts';
import { branchLookup, salesPersonLookup } from './lookups.ts';

const status = statusHistory('journey.booked_opportunities', { status: 'status', reason: 'status_reason' });

/** Booked Opportunities, by date booked or by service date. */
export const bookedOpportunities: FileKind = {
  kind: 'booked_opportunities',
  title: 'Booked Opportunities (by date booked or by service date)',
  order: 20,
  table: 'journey.booked_opportunities',
  key: 'quote_number',
  columns: [
    quoteNumberColumn(['Quote #', 'Quote', 'Quote Number', 'Quote No']),
    statusColumn('status', ['Status']),
    textColumn('customer_name', ['Customer Name', 'Customer']),
    textColumn('email', ['Email', 'Customer Email', 'E-mail']),
    textColumn('phone_number', ['Phone Number', 'Customer Phone', 'Phone']),
    textColumn('branch_name', ['Branch Name', 'Branch']),
    textColumn('moving_from', ['Moving From'], { distinctive: true }),
    textColumn('moving_to', ['Moving to'], { distinctive: true }),
    dayColumn('service_date', ['Service Date']),
    textColumn('service_type', ['Service Type']),
    measureColumn('weight_lbs', ['Weight']),
    measureColumn('volume_cuft', ['Volume']),
    moneyColumn('hourly_rate', ['Hourly Rate'], { distinctive: true }),
    moneyColumn('estimated_amount', ['Estimated Amount'], { distinctive: true }),
    moneyColumn('invoiced_amount', ['Invoiced Amount'], { distinctive: true }),
    textColumn('referral_source', ['Referral Source']),
    textColumn('estimator', ['Estimator']),
    textColumn('sales_person', ['Sales Person', 'Salesperson']),
    textColumn('move_coordinator', ['Move Coordinator']),
    dayColumn('booked_date', ['Booked Date', 'Date Booked'], { required: true, distinctive: true }),
  ],
  personColumns: ['customer_name'],
  branchColumn: 'branch_name',
  lookups: [branchLookup, salesPersonLookup('sales_person')],
  links: [],
  openBranches,
  async afterLoad(transaction, loaded) {
    await status.afterLoad(transaction, loaded);
    await appendBookingEvents(transaction, loaded);
  },
  async afterPassOn(transaction, heir) {
    await status.afterPassOn(transaction, heir);
    await retellBookingEvents(transaction, heir);
  },
};
