-- Links leads and lost leads to the booked opportunity with the same quote number, in
-- whichever order they arrived. A link that is there is never overwritten.
-- $1 business
with
linked_leads as (
  update journey.lead_status as lead
  set booked_opportunity_id = opportunity.id
  from journey.booked_opportunities as opportunity
  where lead.business_id = $1
    and opportunity.business_id = $1
    and opportunity.quote_number = lead.quote_number
    and lead.booked_opportunity_id is null
  returning 1
),

linked_lost_leads as (
  update journey.lost_leads as lost
  set booked_opportunity_id = opportunity.id
  from journey.booked_opportunities as opportunity
  where lost.business_id = $1
    and opportunity.business_id = $1
    and opportunity.quote_number = lost.quote_number
    and lost.booked_opportunity_id is null
  returning 1
)

select
  (select count(*) from linked_leads) as leads_linked,
  (select count(*) from linked_lost_leads) as lost_leads_linked
