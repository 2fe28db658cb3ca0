/*
keys:
  - [customer_id, gender, origin_city, origin_state, destination_city, destination_state]
measures:
  total_customers: count
  customers_with_email: count where has_email
  customers_with_phone: count where has_phone
  customers_with_origin_city: count where has_origin_city
  customers_with_origin_state: count where has_origin_state
  customers_with_origin_address: count where has_origin_address
  customers_with_destination_city: count where has_destination_city
  customers_with_destination_state: count where has_destination_state
  customers_with_destination_address: count where has_destination_address
  customers_with_both_email_phone: count where has_email and has_phone
  customers_with_both_locations: count where has_origin_city and has_destination_city
  email_completeness_percent: percent customers_with_email of total_customers
  phone_completeness_percent: percent customers_with_phone of total_customers
  origin_city_completeness_percent: percent customers_with_origin_city of total_customers
  destination_city_completeness_percent: percent customers_with_destination_city of total_customers
*/
-- Rows of questions about customers, each under its first lead day. A customer is made of records
-- of several files; the file named is that of its founding record's row, when that row stands.
select
  'customer' as source,
  people.id,
  people.name as reference,
  people.id as customer_id,
  people.first_lead_date as day,
  null::text as currency,
  null::text as status,
  people.gender,
  initcap(trim(people.origin_city)) as origin_city,
  upper(trim(people.origin_state)) as origin_state,
  initcap(trim(people.destination_city)) as destination_city,
  upper(trim(people.destination_state)) as destination_state,
  people.origin_city is not null or people.destination_city is not null as has_city,
  exists (select from journey.lead_status as leads where leads.business_id = :business_id and leads.customer_id = people.id)
    or exists (select from journey.jobs as known where known.business_id = :business_id and known.customer_id = people.id and not known.is_duplicate)
    as is_known,
  people.email is not null as has_email,
  people.phone is not null as has_phone,
  people.origin_city is not null as has_origin_city,
  people.origin_state is not null as has_origin_state,
  people.origin_address is not null as has_origin_address,
  people.destination_city is not null as has_destination_city,
  people.destination_state is not null as has_destination_state,
  people.destination_address is not null as has_destination_address,
  coalesce(jobs.batch_id, opportunities.batch_id, bad.batch_id, lost.batch_id) as batch_id,
  coalesce(jobs.file_id, opportunities.file_id, bad.file_id, lost.file_id) as file_id,
  coalesce(jobs.line, opportunities.line, bad.line, lost.line) as line
from customers.customers as people
left join customers.records as records on records.business_id = :business_id and records.id = people.founding_record_id
left join journey.jobs as jobs on jobs.business_id = :business_id and jobs.id = records.source_id
left join journey.booked_opportunities as opportunities on opportunities.business_id = :business_id and opportunities.id = records.source_id
left join journey.bad_leads as bad on bad.business_id = :business_id and bad.id = records.source_id
left join journey.lost_leads as lost on lost.business_id = :business_id and lost.id = records.source_id
where people.business_id = :business_id
  and people.is_primary_record
  and (:customer is null or people.id = :customer)
  and (:date_from is null or people.first_lead_date >= :date_from)
  and (:date_to is null or people.first_lead_date < :date_to)
