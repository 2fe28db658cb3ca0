-- Tells the feed which customers went.
-- $1 business, $2 now
insert into customers.changes (business_id, id, at, event, customer_id)
select $1, platform.uuid_v7(), $2, 'customer.removed', customer.id
from empty_customers as customer
