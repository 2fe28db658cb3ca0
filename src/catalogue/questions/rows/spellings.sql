/*
keys:
  - [kind, name]
measures:
  spellings: count
*/
-- Rows of questions about spellings of names.
with named as (
  select 'branch' as kind, names.name, spellings.id, spellings.spelling, spellings.origin
  from journey.branch_spellings as spellings
  join tenancy.branches as names on names.business_id = :business_id and names.id = spellings.branch_id
  where spellings.business_id = :business_id
  union all
  select 'sales person' as kind, names.name, spellings.id, spellings.spelling, spellings.origin
  from journey.sales_person_spellings as spellings
  join journey.sales_persons as names on names.business_id = :business_id and names.id = spellings.sales_person_id
  where spellings.business_id = :business_id
  union all
  select 'lead source' as kind, names.name, spellings.id, spellings.spelling, spellings.origin
  from journey.lead_source_spellings as spellings
  join journey.lead_sources as names on names.business_id = :business_id and names.id = spellings.lead_source_id
  where spellings.business_id = :business_id
)

select
  'spelling' as source,
  named.id,
  named.spelling as reference,
  null::uuid as customer_id,
  null::date as day,
  null::text as currency,
  named.origin as status,
  named.kind,
  named.name,
  count(*) over (partition by named.kind, named.name) > 1 as has_variants,
  null::uuid as batch_id,
  null::uuid as file_id,
  null::integer as line
from named
