-- Leads and lost leads without an opportunity, and those whose own status says that there is one.
-- $1 business
with
leads as (
  select
    count(*) as unlinked,
    count(*) filter (where lead.status_group in ('booked', 'closed')) as booked_without_opportunity
  from journey.lead_status as lead
  where lead.business_id = $1
    and lead.booked_opportunity_id is null
),

lost_leads as (
  select count(*) as unlinked
  from journey.lost_leads as lost
  where lost.business_id = $1
    and lost.booked_opportunity_id is null
)

select
  leads.unlinked as leads,
  leads.booked_without_opportunity,
  lost_leads.unlinked as lost_leads
from leads
cross join lost_leads
