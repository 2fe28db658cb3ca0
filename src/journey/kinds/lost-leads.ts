import type { FileKind } from '../../import/file-kind.ts';
import { dayColumn, instantColumn, minutesColumn, moneyColumn, quoteNumberColumn, textColumn } from './column-readers.ts';
import { bookedOpportunityLink, leadSourceOfQuoteLink } from './lookups.ts';

/** Lost Leads / Opportunities Details. */
export const lostLeads: FileKind = {
  kind: 'lost_leads',
  title: 'Lost Leads / Opportunities Details',
  order: 50,
  table: 'journey.lost_leads',
  key: 'quote_number',
  columns: [
    quoteNumberColumn(['Quote #', 'Quote', 'Quote Number', 'Quote No']),
    textColumn('name', ['Name', 'Customer Name']),
    dayColumn('lost_date', ['Lost Date'], { required: true, distinctive: true }),
    dayColumn('move_date', ['Move Date']),
    textColumn('reason', ['Reason', 'Lost Reason'], { distinctive: true }),
    instantColumn('date_received', ['Date Received'], { distinctive: true }),
    minutesColumn('time_to_first_contact', ['Time to First Contact'], { distinctive: true }),
    moneyColumn('estimated_amount', ['Estimated Amount']),
  ],
  personColumns: ['name'],
  lookups: [],
  links: [bookedOpportunityLink, leadSourceOfQuoteLink],
};
