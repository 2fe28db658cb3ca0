-- Booked opportunities whose person record is missing or was made from an earlier state of the row.
-- $1 business
select
  opportunity.id as source_id,
  opportunity.quote_number as source_key,
  opportunity.updated_at as source_updated_at,
  opportunity.customer_name as name,
  opportunity.email as email,
  opportunity.phone_number as phone,
  coalesce(branch.country, business.country) as country,
  opportunity.quote_number,
  coalesce(opportunity.booked_date, opportunity.service_date) as observed_on,
  opportunity.batch_id,
  null::text as street,
  null::text as city,
  null::text as state,
  null::text as postal_code,
  record.id is not null as has_record
from journey.booked_opportunities as opportunity
join tenancy.businesses as business on business.id = $1
left join tenancy.branches as branch
  on branch.business_id = $1
  and branch.id = opportunity.branch_id
left join customers.records as record
  on record.business_id = $1
  and record.source = 'journey.booked_opportunities'
  and record.source_id = opportunity.id
where opportunity.business_id = $1
  and num_nonnulls(opportunity.customer_name, opportunity.email, opportunity.phone_number) > 0
  and (record.id is null or record.source_updated_at <> opportunity.updated_at)
