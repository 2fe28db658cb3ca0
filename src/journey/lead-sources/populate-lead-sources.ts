import type { BusinessTransaction } from '../../platform/database/database.ts';
import type { MaintenanceStep } from '../maintenance-step.ts';
import countMissing from './count-missing-lead-sources.sql';
import dropUnused from './drop-unused-lead-sources.sql';
import { ensureLeadSources } from './ensure-lead-sources.ts';
import findNewTexts from './find-new-lead-source-texts.sql';
import { mapLeadSources } from './map-lead-sources.ts';
import relinkSources from './relink-lead-sources.sql';
import relinkLostLeads from './relink-lost-leads.sql';

interface Missing {
  unresolved: number;
  leads_without_source: number;
  bad_leads_without_source: number;
  lost_leads_without_source: number;
  by_category: Record<string, number>;
}

/** Lead sources with categories from all five sources; leads, bad leads and lost leads point at them. */
export const populateLeadSources: MaintenanceStep = {
  name: 'populate_lead_sources',
  title: 'compile lead sources with categories from all five sources, and link rows to them',
  async run(transaction, options) {
    const mapped = await mapLeadSources(transaction, options.manualMappings.leadSources);
    const found = await newTexts(transaction);
    await ensureLeadSources(transaction, found, null);
    const unreadable = found.length === 0 ? 0 : (await newTexts(transaction)).length;
    const relinked = await transaction.one<{ leadStatus: number; badLeads: number; marketingSpend: number }>(relinkSources, [
      transaction.businessId,
    ]);
    const lostLeads = await transaction.run(relinkLostLeads, [transaction.businessId]);
    // A spelling mapped to another source may have been the last of its own.
    if (mapped > 0) await transaction.run(dropUnused, [transaction.businessId]);
    const missing = await transaction.one<Missing>(countMissing, [transaction.businessId]);
    return {
      name: this.name,
      changed: mapped + found.length - unreadable + relinked.leadStatus + relinked.badLeads + relinked.marketingSpend + lostLeads,
      unresolved: missing.unresolved,
      details: {
        sourcesByCategory: missing.by_category,
        newSpellings: found.length - unreadable,
        mappedByHand: mapped,
        rowsLinked: { ...relinked, lostLeads },
        withoutSource: {
          leadStatus: missing.leads_without_source,
          badLeads: missing.bad_leads_without_source,
          lostLeads: missing.lost_leads_without_source,
        },
      },
    };
  },
};

async function newTexts(transaction: BusinessTransaction): Promise<string[]> {
  const rows = await transaction.rows<{ spelling: string }>(findNewTexts, [transaction.businessId]);
  return rows.map((row) => row.spelling);
}
