import type { DependentPointer } from '../../customers/record-source.ts';
import refreshMoved from './lead-status.refresh-moved.sql';
import refreshPointers from './lead-status.refresh-pointers.sql';

/** A lead of the pool belongs to whoever its quote number belongs to. */
export const leadStatusPointer: DependentPointer = {
  name: 'journey.lead_status',
  after: ['journey.booked_opportunities', 'journey.jobs', 'journey.lost_leads'],
  refreshPointers,
  refreshMoved,
};
