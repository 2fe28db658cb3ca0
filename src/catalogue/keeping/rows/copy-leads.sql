-- Copies what is not kept of journey.lead_status; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_leads (
  business_id, id, version, is_quoted, is_won, is_lost, is_bad, customer_id, branch_id, sales_person_id, lead_source_id, booked_opportunity_id, received_at, quote_sent_at, service_date, response_minutes, currency, status_group, quote_number, estimated_revenue, status, status_reason, time_to_contact, unlinked_source
)
select
  leads.business_id,
  leads.id,
  leads.xmin,
  coalesce(leads.status_group in ('booked', 'closed', 'cancelled'), false) or leads.quote_sent_at is not null,
  coalesce(leads.status_group in ('booked', 'closed'), false),
  coalesce(leads.status_group = 'lost', false),
  coalesce(leads.status_group = 'bad', false),
  leads.customer_id,
  leads.branch_id,
  leads.sales_person_id,
  leads.lead_source_id,
  leads.booked_opportunity_id,
  leads.received_at,
  leads.quote_sent_at,
  leads.service_date,
  leads.time_to_contact_minutes,
  coalesce(branches.currency, businesses.currency)::text,
  leads.status_group,
  leads.quote_number,
  leads.estimated_revenue,
  leads.status,
  leads.status_reason,
  leads.time_to_contact,
  case when leads.lead_source_id is null then trim(leads.referral_source) end
from journey.lead_status as leads
join tenancy.businesses as businesses on businesses.id = $1
left join tenancy.branches as branches on branches.business_id = $1 and branches.id = leads.branch_id
where leads.business_id = $1
  and not exists (
    select
    from catalogue.kept_leads as kept
    where kept.business_id = $1
      and kept.id = leads.id
  )
