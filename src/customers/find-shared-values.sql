-- The values that two customers' records have in common, with the names they came under.
-- $1 business, $2 and $3 customer ids
with held as (
  select
    record.customer_id,
    value.kind,
    value.key,
    min(record.name) as name
  from customers.records as record
  cross join lateral (
    values ('email', record.email_key), ('phone', record.phone_key), ('quote_number', record.quote_number)
  ) as value (kind, key)
  where record.business_id = $1
    and record.customer_id in ($2, $3)
    and value.key is not null
  group by record.customer_id, value.kind, value.key
)

select
  first.kind,
  first.key as value,
  first.name as "firstName",
  second.name as "secondName",
  generic.reason as "genericReason",
  generic.people as "genericPeople"
from held as first
join held as second
  on first.kind = second.kind
  and first.key = second.key
  and second.customer_id = $3
left join customers.generic_values as generic
  on generic.business_id = $1
  and generic.value_kind = first.kind
  and generic.value = first.key
where first.customer_id = $2
order by first.kind, first.key
