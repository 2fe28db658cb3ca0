import type { FileKind } from '../../import/file-kind.ts';
import { openBranches } from './open-branches.ts';
import {
  dayColumn,
  instantColumn,
  minutesColumn,
  moneyColumn,
  quoteNumberColumn,
  statusColumn,
  textColumn,
  volumeWeightColumn,
} from './column-readers.ts';
import { statusHistory } from './status-history.ts';
import { bookedOpportunityLink, branchLookup, leadSourceLookup, salesPersonLookup } from './lookups.ts';

/** Lead Status: one row per lead received, whatever became of it. Reduced (6) or full (16 columns). */
export const leadStatus: FileKind = {
  kind: 'lead_status',
  title: 'Lead Status (one row per lead received)',
  order: 30,
  table: 'journey.lead_status',
  key: 'quote_number',
  columns: [
    quoteNumberColumn(['Quote #', 'Quote', 'Quote Number', 'Quote No']),
    statusColumn('status', ['Status'], { required: true }),
    textColumn('branch_name', ['Branch Name', 'Branch']),
    textColumn('sales_person', ['Sales Person', 'Salesperson']),
    minutesColumn('time_to_contact', ['Time to Contact'], { required: true, distinctive: true }),
    textColumn('referral_source', ['Referral Source']),
    textColumn('lead_status', ['Lead Status'], { distinctive: true }),
    textColumn('service_type', ['Service Type']),
    volumeWeightColumn(['Volume/Weight', 'Volume / Weight']),
    instantColumn('received_at', ['Received at', 'Received'], { distinctive: true }),
    dayColumn('service_date', ['Service Date']),
    instantColumn('quote_sent_at', ['Quote Sent'], { distinctive: true }),
    textColumn('estimator', ['Estimator']),
    textColumn('move_coordinator', ['Move Coordinator']),
    instantColumn('last_communication_at', ['Last Communication'], { distinctive: true }),
    moneyColumn('estimated_revenue', ['Estimated Revenue'], { distinctive: true }),
  ],
  personColumns: [],
  branchColumn: 'branch_name',
  lookups: [branchLookup, salesPersonLookup('sales_person'), leadSourceLookup('referral_source')],
  links: [bookedOpportunityLink],
  openBranches,
  ...statusHistory('journey.lead_status', { status: 'status', reason: 'status_reason' }),
};
