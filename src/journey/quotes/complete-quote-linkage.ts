import type { MaintenanceStep } from '../maintenance-step.ts';
import linkQuotes from './complete-quote-linkage.sql';
import countUnlinked from './count-unlinked-quotes.sql';

/**
 * Lead and lost lead to booked opportunity over the quote number. Unresolved are leads that
 * say they are booked while no opportunity has their quote; that most leads never booked is no fault.
 */
export const completeQuoteLinkage: MaintenanceStep = {
  name: 'complete_quote_linkage',
  title: 'link leads and lost leads to their booked opportunity by quote number',
  async run(transaction) {
    const linked = await transaction.one<{ leads_linked: number; lost_leads_linked: number }>(linkQuotes, [transaction.businessId]);
    const left = await transaction.one<{ leads: number; booked_without_opportunity: number; lost_leads: number }>(countUnlinked, [
      transaction.businessId,
    ]);
    return {
      name: this.name,
      changed: linked.leads_linked + linked.lost_leads_linked,
      unresolved: left.booked_without_opportunity,
      details: {
        leadStatusLinked: linked.leads_linked,
        lostLeadsLinked: linked.lost_leads_linked,
        leadStatusWithoutOpportunity: left.leads,
        lostLeadsWithoutOpportunity: left.lost_leads,
        bookedLeadsWithoutOpportunity: left.booked_without_opportunity,
      },
    };
  },
};
