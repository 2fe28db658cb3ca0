import { linkBadleadToLeadstatus } from './bad-leads/link-badlead-to-leadstatus.ts';
import { populateBranches } from './branches/populate-branches.ts';
import { populateLeadSources } from './lead-sources/populate-lead-sources.ts';
import type { MaintenanceStep } from './maintenance-step.ts';
import { linkOrphanedPerformanceRecords } from './performance/link-orphaned-performance-records.ts';
import { completeQuoteLinkage } from './quotes/complete-quote-linkage.ts';
import { mergeSalesPersonVariations } from './sales-persons/merge-sales-person-variations.ts';
import { populateCustomerTimelineFields } from './timeline/populate-customer-timeline-fields.ts';

/** The seven maintenance commands in the order in which a build runs them, after the customers are resolved. */
export const maintenanceSteps: readonly MaintenanceStep[] = [
  populateLeadSources,
  populateBranches,
  mergeSalesPersonVariations,
  completeQuoteLinkage,
  linkBadleadToLeadstatus,
  populateCustomerTimelineFields,
  linkOrphanedPerformanceRecords,
];
