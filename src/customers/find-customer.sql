-- A customer by what people have at hand. $1 business, $2 text: a customer's id (also one
-- that was merged away), or a record as source:key (jobs:<job id>) or its record id;
-- $3 the text as a uuid, null when it is none
with recursive given as (
  select customer.id
  from customers.customers as customer
  where customer.business_id = $1
    and customer.id = $3::uuid
  union
  select record.customer_id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id is not null
    and record.id = $3::uuid
  union
  select record.customer_id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id is not null
    and $3::uuid is null
    and record.source_key = substr($2, strpos($2, ':') + 1)
    and split_part($2, ':', 1) in (record.source, split_part(record.source, '.', 2))
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
