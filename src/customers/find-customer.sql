-- A customer by what people have at hand. $1 business, $2 text: a customer's id (also one
-- that was merged away), or a record as source:key (jobs:<job id>) or its record id
with recursive given as (
  select customer.id
  from customers.customers as customer
  where customer.business_id = $1
    and customer.id::text = lower($2)
  union
  select record.customer_id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id is not null
    and (
      record.id::text = lower($2)
      or record.source || ':' || record.source_key = $2
      or split_part(record.source, '.', 2) || ':' || record.source_key = $2
    )
),

-- A merged id answers for ever: follow its redirects to whoever it is part of now.
followed as (
  select given.id from given
  union
  select redirect.customer_id
  from followed
  join customers.redirects as redirect
    on redirect.business_id = $1
    and redirect.id = followed.id
)

select followed.id
from followed
where not exists (
  select from customers.redirects as redirect
  where redirect.business_id = $1
    and redirect.id = followed.id
)
limit 1
