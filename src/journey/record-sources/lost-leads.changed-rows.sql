-- Lost leads whose person record is missing or was made from an earlier state of the row.
-- $1 business
select
  lead.id as source_id,
  lead.quote_number as source_key,
  lead.updated_at as source_updated_at,
  lead.name as name,
  null::text as email,
  null::text as phone,
  business.country as country,
  lead.quote_number,
  (lead.date_received at time zone business.time_zone)::date as observed_on,
  lead.batch_id,
  null::text as street,
  null::text as city,
  null::text as state,
  null::text as postal_code,
  record.id is not null as has_record
from journey.lost_leads as lead
join tenancy.businesses as business on business.id = $1
left join customers.records as record
  on record.business_id = $1
  and record.source = 'journey.lost_leads'
  and record.source_id = lead.id
where lead.business_id = $1
  and num_nonnulls(lead.name) > 0
  and (record.id is null or record.source_updated_at <> lead.updated_at)
