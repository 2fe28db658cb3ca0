-- What was said by hand about a customer that went with an undone import is about whoever holds
-- the founding row now that it is back. $1 business
with
waiting as (
  select
    said.id,
    said.source,
    said.source_key
  from customers.hand_values as said
  where said.business_id = $1
    and said.undone_at is null
    and said.source_key is not null
    and not exists (
      select from customers.customers as customer
      where customer.business_id = $1
        and customer.id = said.customer_id
    )
),

found as (
  select distinct on (waiting.id)
    waiting.id,
    record.customer_id
  from waiting
  join customers.records as record
    on record.business_id = $1
    and record.source = waiting.source
    and record.source_key = waiting.source_key
    and record.customer_id is not null
  order by waiting.id, record.id
)

update customers.hand_values as said
set customer_id = found.customer_id
from found
where said.business_id = $1
  and said.id = found.id
