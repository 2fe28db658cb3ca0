import copyBadLeads from './rows/copy-bad-leads.sql';
import copyJobs from './rows/copy-jobs.sql';
import copyLeads from './rows/copy-leads.sql';
import copyLostLeads from './rows/copy-lost-leads.sql';
import copyOpportunities from './rows/copy-opportunities.sql';
import dropChangedBadLeads from './rows/drop-changed-bad-leads.sql';
import dropChangedJobs from './rows/drop-changed-jobs.sql';
import dropChangedLeads from './rows/drop-changed-leads.sql';
import dropChangedLostLeads from './rows/drop-changed-lost-leads.sql';
import dropChangedOpportunities from './rows/drop-changed-opportunities.sql';

/** How one table of kept rows follows its source. */
interface KeptTable {
  /** Every table that a copied row takes something from. */
  sources: readonly string[];
  dropChanged: string;
  copy: string;
}

/** A row's currency is that of its branch, else of its business. */
const MONEY = ['tenancy.branches', 'tenancy.businesses'];

/** The tables of kept rows, by their name in the schema catalogue. */
export const KEPT_TABLES = {
  kept_jobs: { sources: ['journey.jobs', ...MONEY], dropChanged: dropChangedJobs, copy: copyJobs },
  kept_leads: { sources: ['journey.lead_status', ...MONEY], dropChanged: dropChangedLeads, copy: copyLeads },
  kept_opportunities: {
    sources: ['journey.booked_opportunities', ...MONEY],
    dropChanged: dropChangedOpportunities,
    copy: copyOpportunities,
  },
  kept_lost_leads: {
    sources: ['journey.lost_leads', 'journey.lead_status', ...MONEY],
    dropChanged: dropChangedLostLeads,
    copy: copyLostLeads,
  },
  kept_bad_leads: { sources: ['journey.bad_leads', 'journey.lead_status'], dropChanged: dropChangedBadLeads, copy: copyBadLeads },
} satisfies Record<string, KeptTable>;

export type KeptTableName = keyof typeof KEPT_TABLES;
