import type { RecordSource } from '../../customers/record-source.ts';
import changedRows from './lost-leads.changed-rows.sql';
import details from './lost-leads.details.sql';
import goneRecords from './lost-leads.gone-records.sql';
import refreshPointers from './lost-leads.refresh-pointers.sql';

/** How a lost lead becomes a person record. */
export const lostLeadsRecords: RecordSource = {
  source: 'journey.lost_leads',
  title: 'lost lead',
  changedRows,
  goneRecords,
  refreshPointers,
  details,
};
