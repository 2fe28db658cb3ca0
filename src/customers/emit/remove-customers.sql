-- Removes customers and tells the feed; merges, redirects and households follow by foreign key.
-- $1 business, $2 customers, $3 now
with removed as (
  delete from customers.customers as customer
  where customer.business_id = $1
    and customer.id = any ($2::uuid[])
  returning customer.id
)

insert into customers.changes (business_id, id, at, event, customer_id)
select $1, platform.uuid_v7(), $3, 'customer.removed', removed.id
from removed
