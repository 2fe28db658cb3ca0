/*
keys:
  - [id, customer_id, provider, reason, lead_source_name, lead_source_category]
measures:
  total_bad_leads: count
  unique_customers: distinct customer_id
  unique_emails: distinct email_key
  lead_sources_count: distinct lead_source_id
  first_received: first date_lead_received
  last_received: last date_lead_received
*/
-- Rows of questions about bad leads. A bad lead names no branch and no money.
select
  'bad lead' as source,
  bad.*,
  coalesce(bad.customer_name, bad.customer_email, bad.provider) as reference,
  bad.date_lead_received as day,
  null::text as currency,
  bad.reason as status,
  bad.customer_id is not null as has_customer,
  lower(bad.customer_email) as email_key
from catalogue.bad_lead_facts as bad
where bad.business_id = :business_id
  and (:date_from is null or bad.date_lead_received >= :date_from)
  and (:date_to is null or bad.date_lead_received < :date_to)
  and (:lead_source is null or bad.lead_source_id = :lead_source)
