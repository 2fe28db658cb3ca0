-- One text that differs as soon as anything differs that a build reads or writes: per table the
-- number of rows and an exclusive-or over a hash of each row's id, time of change and links
-- (chained, so that two rows cannot swap theirs unseen). A second for a million rows.
-- $1 business, $2 the uuid that stands for no link
with hashes as (
  select
    'jobs' as table_name,
    count(*) as row_count,
    bit_xor(
      uuid_hash_extended(coalesce(customer_id, $2), uuid_hash_extended(coalesce(branch_id, $2), uuid_hash_extended(coalesce(sales_person_id, $2),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, 0)))))
    ) as hash
  from journey.jobs
  where business_id = $1

  union all

  select
    'booked_opportunities',
    count(*),
    bit_xor(
      uuid_hash_extended(coalesce(customer_id, $2), uuid_hash_extended(coalesce(branch_id, $2), uuid_hash_extended(coalesce(sales_person_id, $2),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, 0)))))
    )
  from journey.booked_opportunities
  where business_id = $1

  union all

  select
    'lead_status',
    count(*),
    bit_xor(
      uuid_hash_extended(coalesce(customer_id, $2), uuid_hash_extended(coalesce(branch_id, $2), uuid_hash_extended(coalesce(sales_person_id, $2),
      uuid_hash_extended(coalesce(booked_opportunity_id, $2), uuid_hash_extended(coalesce(lead_source_id, $2),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, 0)))))))
    )
  from journey.lead_status
  where business_id = $1

  union all

  select
    'bad_leads',
    count(*),
    bit_xor(
      uuid_hash_extended(coalesce(customer_id, $2), uuid_hash_extended(coalesce(lead_status_id, $2), uuid_hash_extended(coalesce(lead_source_id, $2),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, 0)))))
    )
  from journey.bad_leads
  where business_id = $1

  union all

  select
    'lost_leads',
    count(*),
    bit_xor(
      uuid_hash_extended(coalesce(customer_id, $2), uuid_hash_extended(coalesce(booked_opportunity_id, $2), uuid_hash_extended(coalesce(lead_source_id, $2),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, 0)))))
    )
  from journey.lost_leads
  where business_id = $1

  union all

  select
    'customers',
    count(*),
    bit_xor(
      hashfloat8extended(coalesce(conversion_date - date '2000-01-01', 'nan'::float8),
      hashfloat8extended(coalesce(first_lead_date - date '2000-01-01', 'nan'::float8),
      hashfloat8extended(date_part('epoch', updated_at), uuid_hash_extended(id, is_primary_record::integer))))
    )
  from customers.customers
  where business_id = $1

  -- The small tables whole.
  union all
  select 'businesses', count(*), bit_xor(hash_record_extended(present.*, 0)) from tenancy.businesses as present where present.id = $1
  union all
  select 'branches', count(*), bit_xor(hash_record_extended(present.*, 0)) from tenancy.branches as present where present.business_id = $1
  union all
  select 'branch_spellings', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.branch_spellings as present where present.business_id = $1
  union all
  select 'lead_sources', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.lead_sources as present where present.business_id = $1
  union all
  select 'lead_source_spellings', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.lead_source_spellings as present where present.business_id = $1
  union all
  select 'sales_persons', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.sales_persons as present where present.business_id = $1
  union all
  select 'sales_person_spellings', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.sales_person_spellings as present where present.business_id = $1
  union all
  select 'sales_person_folds', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.sales_person_folds as present where present.business_id = $1
  union all
  select 'user_performance', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.user_performance as present where present.business_id = $1
  union all
  select 'marketing_spend', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.marketing_spend as present where present.business_id = $1
  union all
  select 'sales_performance', count(*), bit_xor(hash_record_extended(present.*, 0)) from journey.sales_performance as present where present.business_id = $1
)

select string_agg(concat_ws(':', hashes.table_name, hashes.row_count, hashes.hash), ' ' order by hashes.table_name) as state
from hashes
