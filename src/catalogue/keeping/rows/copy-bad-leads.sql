-- Copies what is not kept of journey.bad_leads; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_bad_leads (
  business_id, id, version, lead_version, customer_id, branch_id, lead_status_id, lead_source_id, date_lead_received, move_date, reason, provider, customer_name, customer_email, customer_phone
)
select
  bad.business_id,
  bad.id,
  bad.xmin,
  leads.xmin,
  bad.customer_id,
  leads.branch_id,
  bad.lead_status_id,
  bad.lead_source_id,
  bad.date_lead_received,
  bad.move_date,
  coalesce(bad.lead_bad_reason, '(no reason)'),
  coalesce(bad.provider, '(no provider)'),
  bad.customer_name,
  bad.customer_email,
  bad.customer_phone
from journey.bad_leads as bad
left join journey.lead_status as leads on leads.business_id = $1 and leads.id = bad.lead_status_id
where bad.business_id = $1
  and not exists (
    select
    from catalogue.kept_bad_leads as kept
    where kept.business_id = $1
      and kept.id = bad.id
  )
