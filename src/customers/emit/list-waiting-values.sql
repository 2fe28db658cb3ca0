-- Values set by hand of customers that went in this transaction: they count again when the row is back by which the customer
-- is found. One that was handed back to the rules waits for nothing.
-- $1 business
with latest as (
  select distinct on (said.customer_id, said.field)
    said.field,
    said.value,
    said.source,
    said.source_key,
    said.decided_by,
    said.decided_at,
    gone.name
  from gone_with_values as gone
  join customers.hand_values as said
    on said.business_id = $1
    and said.customer_id = gone.id
    and said.undone_at is null
    and said.source_key is not null
  where not exists (
    select
    from customers.customers as customer
    where customer.business_id = $1
      and customer.id = gone.id
  )
  order by said.customer_id, said.field, said.decided_at desc, said.id desc
)

select
  latest.field,
  latest.value,
  latest.source,
  latest.source_key as key,
  latest.name,
  latest.decided_by as "decidedBy",
  latest.decided_at as "decidedAt"
from latest
where latest.value is not null
order by latest.decided_at, latest.field
