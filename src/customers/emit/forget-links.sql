-- Links to customers that are about to go; the feed keeps that they went.
-- $1 business
delete from customers.links as link
using empty_customers as customer
where link.business_id = $1
  and link.customer_id = customer.id
