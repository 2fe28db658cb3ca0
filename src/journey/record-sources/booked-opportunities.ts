import type { RecordSource } from '../../customers/record-source.ts';
import changedRows from './booked-opportunities.changed-rows.sql';
import details from './booked-opportunities.details.sql';
import goneRecords from './booked-opportunities.gone-records.sql';
import refreshPointers from './booked-opportunities.refresh-pointers.sql';

/** How a booked opportunity becomes a person record. */
export const bookedOpportunitiesRecords: RecordSource = {
  source: 'journey.booked_opportunities',
  title: 'booked opportunity',
  changedRows,
  goneRecords,
  refreshPointers,
  details,
};
