import type { FileKind } from '../../import/file-kind.ts';
import { badLeads } from './bad-leads.ts';
import { bookedOpportunities } from './booked-opportunities.ts';
import { jobs } from './jobs.ts';
import { leadStatus } from './lead-status.ts';
import { lostLeads } from './lost-leads.ts';
import { marketingSpend } from './marketing-spend.ts';
import { salesPerformance } from './sales-performance.ts';
import { userPerformance } from './user-performance.ts';

/** The seven exports, parents first, and what the business itself adds. */
export const journeyKinds: readonly FileKind[] = [
  jobs,
  bookedOpportunities,
  leadStatus,
  badLeads,
  lostLeads,
  userPerformance,
  salesPerformance,
  marketingSpend,
];
