import type { RecordSource } from '../../customers/record-source.ts';
import changedRows from './bad-leads.changed-rows.sql';
import details from './bad-leads.details.sql';
import goneRecords from './bad-leads.gone-records.sql';
import refreshPointers from './bad-leads.refresh-pointers.sql';

/** How a bad lead becomes a person record. */
export const badLeadsRecords: RecordSource = {
  source: 'journey.bad_leads',
  title: 'bad lead',
  changedRows,
  goneRecords,
  refreshPointers,
  details,
};
