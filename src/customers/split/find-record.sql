-- A record by its id or as source:key, with its customer and the record that the others of that customer gather round:
-- the founding one, or the oldest other when the founding one itself is taken out.
-- $1 business, $2 text
with wanted as (
  select
    record.id,
    record.customer_id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id is not null
    and (
      record.id::text = lower($2)
      or record.source || ':' || record.source_key = $2
      or split_part(record.source, '.', 2) || ':' || record.source_key = $2
    )
  order by record.id
  limit 1
)

select
  wanted.id,
  wanted.customer_id as "customerId",
  (
    select other.id
    from customers.records as other
    join customers.customers as customer
      on customer.business_id = $1
      and customer.id = wanted.customer_id
    where other.business_id = $1
      and other.customer_id = wanted.customer_id
      and other.id <> wanted.id
    order by other.id <> customer.founding_record_id, other.id
    limit 1
  ) as rest
from wanted
