-- Copies what is not kept of journey.lost_leads; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_lost_leads (
  business_id, id, version, customer_id, lead_source_id, booked_opportunity_id, lost_date, move_date, received_at, response_minutes, amount, quote_number, reason, name, time_to_first_contact
)
select
  lost.business_id,
  lost.id,
  lost.xmin,
  lost.customer_id,
  lost.lead_source_id,
  lost.booked_opportunity_id,
  lost.lost_date,
  lost.move_date,
  lost.date_received,
  lost.time_to_first_contact_minutes,
  lost.estimated_amount,
  lost.quote_number,
  coalesce(lost.reason, '(no reason)'),
  lost.name,
  lost.time_to_first_contact
from journey.lost_leads as lost
where lost.business_id = $1
  and not exists (
    select
    from catalogue.kept_lost_leads as kept
    where kept.business_id = $1
      and kept.id = lost.id
  )
