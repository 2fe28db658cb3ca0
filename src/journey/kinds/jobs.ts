import { parseQuoteNumber } from '../../import/cells/parse-quote-number.ts';
import { parseStatus } from '../../import/cells/parse-status.ts';
import { parseText } from '../../import/cells/parse-text.ts';
import type { FileKind, KindColumn } from '../../import/file-kind.ts';
import { openBranches } from './open-branches.ts';
import { statusHistory } from './status-history.ts';
import { countColumn, dayColumn, decimalColumn, instantColumn, measureColumn, moneyColumn, textColumn } from './column-readers.ts';
import { branchLookup, salesPersonLookup } from './lookups.ts';

/** All Jobs, one file per year, 89 columns; we keep those that a question or a person needs. */
export const jobs: FileKind = {
  kind: 'jobs',
  title: 'All Jobs (one file per year)',
  // Nothing refers to jobs, and their files are the longest to read: the server loads the others meanwhile.
  order: 55,
  table: 'journey.jobs',
  key: 'job_id',
  columns: [
    textColumn('job_id', ['Job Id', 'Job ID'], { required: true, distinctive: true }),
    textColumn('job_number', ['Job Number'], { distinctive: true }),
    opportunityStatusColumn(),
    textColumn('opportunity_type', ['Opportunity Type']),
    dayColumn('job_date', ['Job Date'], { distinctive: true }),
    dayColumn('end_date', ['End Date']),
    textColumn('sales_person_name', ['Sales Person Name', 'Sales Person']),
    textColumn('estimator_name', ['Estimator Name']),
    textColumn('move_coordinator_name', ['Move Coordinator Name']),
    textColumn('branch_name', ['Branch Name', 'Branch']),
    textColumn('job_type', ['Job Type'], { distinctive: true }),
    textColumn('customer_name', ['Customer Name', 'Customer']),
    textColumn('customer_email', ['Customer Email', 'Email']),
    textColumn('customer_phone', ['Customer Phone', 'Phone Number', 'Phone']),
    textColumn('referral_source', ['Referral Source']),
    textColumn('affiliate_name', ['Affiliate Name']),
    instantColumn('created_at_utc', ['Created at Utc', 'Created at']),
    instantColumn('booked_at_utc', ['Booked at Utc', 'Booked at']),
    instantColumn('start_time_utc', ['Start Time Utc', 'Start Time']),
    instantColumn('end_time_utc', ['End Time Utc', 'End Time']),
    instantColumn('completed_at_utc', ['Completed at Utc', 'Completed at']),
    instantColumn('closed_at_utc', ['Closed at Utc', 'Closed at']),
    moneyColumn('hourly_rate_quoted', ['Hourly Rate Quoted']),
    moneyColumn('hourly_rate_billed', ['Hourly Rate Billed']),
    moneyColumn('total_estimated_cost', ['Total Estimated Cost'], { distinctive: true }),
    moneyColumn('total_actual_cost', ['Total Actual Cost'], { distinctive: true }),
    moneyColumn('tip_amount', ['Tip Amount']),
    countColumn('actual_number_crew', ['Actual Number of Crew', 'Actual Number Crew']),
    countColumn('actual_number_trucks', ['Actual Number of Trucks', 'Actual Number Trucks']),
    decimalColumn('total_estimated_time_hours', ['Total Estimated Time Hours']),
    decimalColumn('actual_time_hours', ['Actual Time Hours']),
    decimalColumn('job_rating', ['Job Rating']),
    textColumn('pricing_method', ['Pricing Method']),
    measureColumn('volume_cuft', ['Volume']),
    measureColumn('weight_lbs', ['Weight']),
    ...addressColumns('origin', 'Origin'),
    ...addressColumns('destination', 'Destination'),
  ],
  derived: [{ to: 'quote_number', from: ['job_number'], derive: quoteOfJob }],
  personColumns: ['customer_name'],
  branchColumn: 'branch_name',
  lookups: [branchLookup, salesPersonLookup('sales_person_name')],
  links: [],
  openBranches,
  ...statusHistory('journey.jobs', { status: 'opportunity_status', reason: null }),
};

/** Title or sentence case in the files, never upper case; an unknown status would leave every figure, so it is quarantined. */
function opportunityStatusColumn(): KindColumn {
  return {
    name: 'opportunity_status',
    headers: ['Opportunity Status', 'Job Status', 'Status'],
    to: ['opportunity_status', 'opportunity_status_text'],
    distinctive: true,
    read(text) {
      const reading = parseStatus(text);
      if (!reading.ok) return reading;
      return { ok: true, values: [reading.value?.status ?? null, parseText(text)] };
    },
  };
}

/** "11209-1" belongs to quote 11209. A walk-in job has no such number. */
function quoteOfJob(value: (column: string) => string | null): string | null {
  const jobNumber = value('job_number');
  if (jobNumber === null || !/^\s*\d+\s*-/.test(jobNumber)) return null;
  const reading = parseQuoteNumber(jobNumber);
  return reading.ok && reading.value !== null ? String(reading.value) : null;
}

function addressColumns(prefix: 'origin' | 'destination', header: string): KindColumn[] {
  return ['Address', 'Street', 'Unit', 'City', 'State', 'Zip', 'Type'].map((part) =>
    textColumn(`${prefix}_${part.toLowerCase()}`, [`${header} ${part}`]),
  );
}
