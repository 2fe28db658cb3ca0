-- A lost lead's source is that of the lead with its quote number, whichever came first; when
-- that lead is gone, so is the source. One that a person set by hand stays.
-- $1 business
with stale as (
  select
    lost.id,
    lead.lead_source_id
  from journey.lost_leads as lost
  left join journey.lead_status as lead
    on lead.business_id = $1
    and lead.quote_number = lost.quote_number
  where lost.business_id = $1
    and lost.lead_source_id is distinct from lead.lead_source_id
    and (lost.edited_at is null or lost.lead_source_id is null)
)

update journey.lost_leads as lost
set lead_source_id = stale.lead_source_id
from stale
where lost.business_id = $1
  and lost.id = stale.id
