-- Everything a resolver wrote, without ids and times: records stand for themselves by their place in the order of
-- their ids, customers by that of their founding record. $1 business
with place as (
  select
    record.id,
    row_number() over (order by record.id) as nth
  from customers.records as record
  where record.business_id = $1
),

person as (
  select
    customer.id,
    place.nth
  from customers.customers as customer
  left join place on place.id = customer.founding_record_id
  where customer.business_id = $1
),

told as (
  select
    'record' as what,
    jsonb_build_array(place.nth, person.nth, record.needs_resolving) as line
  from customers.records as record
  join place on place.id = record.id
  left join person on person.id = record.customer_id
  where record.business_id = $1
  union all
  select
    'link',
    jsonb_build_array(
      place.nth, person.nth, link.method, link.confidence, link.evidence - 'with', companion.nth, link.decided_by_kind, link.superseded_by is null
    )
  from customers.links as link
  join place on place.id = link.record_id
  left join person on person.id = link.customer_id
  left join place as companion on companion.id::text = link.evidence ->> 'with'
  where link.business_id = $1
  union all
  select
    'customer',
    jsonb_build_array(person.nth, customer.name, customer.first_name, customer.last_name, customer.email, customer.phone, customer.is_primary_record)
  from customers.customers as customer
  join person on person.id = customer.id
  where customer.business_id = $1
  union all
  select
    'merge',
    jsonb_build_array(kept.nth, merged.nth, merge.method, merge.confidence, merge.evidence - 'with' - 'record', merge.undone_at is null)
  from customers.merges as merge
  left join person as kept on kept.id = merge.kept_customer_id
  left join person as merged on merged.id = merge.merged_customer_id
  where merge.business_id = $1
  union all
  select
    'redirect',
    jsonb_build_array(person.nth, target.nth)
  from customers.redirects as redirect
  left join person on person.id = redirect.id
  left join person as target on target.id = redirect.customer_id
  where redirect.business_id = $1
  union all
  select
    'change',
    jsonb_build_array(change.event, person.nth, other.nth, cardinality(change.record_ids))
  from customers.changes as change
  left join person on person.id = change.customer_id
  left join person as other on other.id = change.other_customer_id
  where change.business_id = $1
  union all
  select
    'generic value',
    jsonb_build_array(generic.value_kind, generic.value, generic.people, generic.records, generic.reason)
  from customers.generic_values as generic
  where generic.business_id = $1
  union all
  select
    'household',
    jsonb_build_array(household.value_kind, household.value, person.nth)
  from customers.households as household
  join customers.household_members as member
    on member.business_id = $1
    and member.household_id = household.id
  left join person on person.id = member.customer_id
  where household.business_id = $1
  union all
  select
    'run',
    jsonb_build_array(run.purpose, run.counts)
  from customers.runs as run
  where run.business_id = $1
  union all
  select
    'model',
    jsonb_build_array(model.records, model.records_since)
  from customers.models as model
  where model.business_id = $1
)

select
  told.what,
  told.line
from told
order by told.what, told.line
