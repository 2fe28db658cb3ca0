import type { RecordSource } from '../../customers/record-source.ts';
import changedRows from './jobs.changed-rows.sql';
import details from './jobs.details.sql';
import goneRecords from './jobs.gone-records.sql';
import refreshPointers from './jobs.refresh-pointers.sql';

/** How a job becomes a person record. */
export const jobsRecords: RecordSource = {
  source: 'journey.jobs',
  title: 'job',
  changedRows,
  goneRecords,
  refreshPointers,
  details,
};
