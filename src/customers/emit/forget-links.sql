-- Links to customers that are about to go; the feed keeps that they went.
-- $1 business, $2 customers
delete from customers.links as link
where link.business_id = $1
  and link.customer_id = any ($2::uuid[])
