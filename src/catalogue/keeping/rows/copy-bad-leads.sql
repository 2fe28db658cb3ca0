-- Copies what is not kept of journey.bad_leads; changed rows are dropped first.
-- $1 business
insert into catalogue.kept_bad_leads (
  business_id, id, version, customer_id, lead_status_id, lead_source_id, date_lead_received, move_date, reason, provider, customer_name, customer_email, customer_phone
)
select
  bad.business_id,
  bad.id,
  bad.xmin,
  bad.customer_id,
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
where bad.business_id = $1
  and not exists (
    select
    from catalogue.kept_bad_leads as kept
    where kept.business_id = $1
      and kept.id = bad.id
  )
