-- Names of customers. $1 business, $2 ids
select
  customer.id,
  customer.name
from customers.customers as customer
where customer.business_id = $1
  and customer.id = any ($2::uuid[])
