-- One step outwards: records that share a value with one of the last step (unless the value
-- is generic and not being rechecked) or that are linked to the same customer.
-- $1 business, $2 depth of the last step
with
frontier as (
  select
    record.email_key,
    record.phone_key,
    record.quote_number,
    record.customer_id
  from scope_records as scope
  join customers.records as record
    on record.business_id = $1
    and record.id = scope.id
  where scope.depth = $2
),

frontier_values as (
  select distinct 'email' as value_kind, frontier.email_key as value from frontier where frontier.email_key is not null
  union all
  select distinct 'phone', frontier.phone_key from frontier where frontier.phone_key is not null
  union all
  select distinct 'quote_number', frontier.quote_number from frontier where frontier.quote_number is not null
),

speaking_values as (
  select
    frontier_values.value_kind,
    frontier_values.value
  from frontier_values
  where not exists (
    select
    from customers.generic_values as generic
    where generic.business_id = $1
      and generic.value_kind = frontier_values.value_kind
      and generic.value = frontier_values.value
      and not exists (
        select
        from rechecked_values as rechecked
        where rechecked.value_kind = generic.value_kind
          and rechecked.value = generic.value
      )
  )
),

reached as (
  select record.id
  from speaking_values
  join customers.records as record
    on record.business_id = $1
    and record.email_key = speaking_values.value
  where speaking_values.value_kind = 'email'
  union
  select record.id
  from speaking_values
  join customers.records as record
    on record.business_id = $1
    and record.phone_key = speaking_values.value
  where speaking_values.value_kind = 'phone'
  union
  select record.id
  from speaking_values
  join customers.records as record
    on record.business_id = $1
    and record.quote_number = speaking_values.value
  where speaking_values.value_kind = 'quote_number'
  union
  select link.record_id
  from (select distinct frontier.customer_id from frontier where frontier.customer_id is not null) as touched
  join customers.links as link
    on link.business_id = $1
    and link.customer_id = touched.customer_id
    and link.superseded_by is null
)

insert into scope_records (id, depth)
select reached.id, $2 + 1
from reached
on conflict (id) do nothing
