-- Bad leads whose person record is missing or was made from an earlier state of the row.
-- $1 business
select
  lead.id as source_id,
  lead.natural_key as source_key,
  lead.updated_at as source_updated_at,
  lead.customer_name as name,
  lead.customer_email as email,
  lead.customer_phone as phone,
  business.country as country,
  null::text as quote_number,
  lead.date_lead_received as observed_on,
  lead.batch_id,
  null::text as street,
  null::text as city,
  null::text as state,
  null::text as postal_code,
  record.id is not null as has_record
from journey.bad_leads as lead
join tenancy.businesses as business on business.id = $1
left join customers.records as record
  on record.business_id = $1
  and record.source = 'journey.bad_leads'
  and record.source_id = lead.id
where lead.business_id = $1
  and num_nonnulls(lead.customer_name, lead.customer_email, lead.customer_phone) > 0
  and (record.id is null or record.source_updated_at <> lead.updated_at)
