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
  dropChanged: string;
  copy: string;
}

/** The tables of kept rows, by their name in the schema catalogue. */
export const KEPT_TABLES = {
  kept_jobs: { dropChanged: dropChangedJobs, copy: copyJobs },
  kept_leads: { dropChanged: dropChangedLeads, copy: copyLeads },
  kept_opportunities: { dropChanged: dropChangedOpportunities, copy: copyOpportunities },
  kept_lost_leads: { dropChanged: dropChangedLostLeads, copy: copyLostLeads },
  kept_bad_leads: { dropChanged: dropChangedBadLeads, copy: copyBadLeads },
} satisfies Record<string, KeptTable>;

export type KeptTableName = keyof typeof KEPT_TABLES;
