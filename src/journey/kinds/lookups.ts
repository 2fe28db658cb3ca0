import type { KindLookup, KindLink } from '../../import/file-kind.ts';
import { ensureBranches } from '../branches/ensure-branches.ts';
import { ensureLeadSources } from '../lead-sources/ensure-lead-sources.ts';
import { ensureSalesPersons } from '../sales-persons/ensure-sales-persons.ts';

/** branch_id from the branch's text. */
export const branchLookup: KindLookup = {
  from: 'branch_name',
  to: 'branch_id',
  spellings: 'journey.branch_spellings',
  target: 'branch_id',
  ensure: ensureBranches,
};

/** sales_person_id from the text in the given column. */
export function salesPersonLookup(from: string): KindLookup {
  return {
    from,
    to: 'sales_person_id',
    spellings: 'journey.sales_person_spellings',
    target: 'sales_person_id',
    ensure: ensureSalesPersons,
  };
}

/** lead_source_id from the text in the given column. */
export function leadSourceLookup(from: string): KindLookup {
  return {
    from,
    to: 'lead_source_id',
    spellings: 'journey.lead_source_spellings',
    target: 'lead_source_id',
    ensure: ensureLeadSources,
  };
}

/** booked_opportunity_id, when the opportunity was loaded before; the other order is complete_quote_linkage's. */
export const bookedOpportunityLink: KindLink = {
  to: 'booked_opportunity_id',
  join: 'left join journey.booked_opportunities as opportunity on opportunity.business_id = $1 and opportunity.quote_number = staged.quote_number',
  expression: 'opportunity.id',
};

/** A lost lead's source is its lead's. */
export const leadSourceOfQuoteLink: KindLink = {
  to: 'lead_source_id',
  join: 'left join journey.lead_status as lead on lead.business_id = $1 and lead.quote_number = staged.quote_number',
  expression: 'lead.lead_source_id',
};
