-- Copies what is not kept of journey.lost_leads; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_lost_leads (
  business_id, id, version, lead_version, customer_id, branch_id, sales_person_id, lead_source_id, booked_opportunity_id, lost_date, move_date, received_at, response_minutes, amount, currency, quote_number, reason, name, time_to_first_contact
)
select
  lost.business_id,
  lost.id,
  lost.xmin,
  leads.xmin,
  lost.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  coalesce(lost.lead_source_id, leads.lead_source_id),
  lost.booked_opportunity_id,
  lost.lost_date,
  lost.move_date,
  lost.date_received,
  lost.time_to_first_contact_minutes,
  lost.estimated_amount,
  coalesce(branches.currency, businesses.currency)::text,
  lost.quote_number,
  coalesce(lost.reason, '(no reason)'),
  lost.name,
  lost.time_to_first_contact
from journey.lost_leads as lost
left join journey.lead_status as leads on leads.business_id = $1 and leads.quote_number = lost.quote_number
join tenancy.businesses as businesses on businesses.id = $1
left join tenancy.branches as branches on branches.business_id = $1 and branches.id = leads.branch_id
where lost.business_id = $1
  and not exists (
    select
    from catalogue.kept_lost_leads as kept
    where kept.business_id = $1
      and kept.id = lost.id
  )
