-- Customers that are chosen for anew, without values yet. Who they are is put in by
-- settle-golden.ts. $1 business
select
  customer.id as customer_id,
  false as is_new,
  null::text as name,
  null::text as first_name,
  null::text as last_name,
  null::text as email,
  null::text as phone,
  null::text as gender,
  false as is_settled
from customers.customers as customer
where customer.business_id = $1
  and customer.is_primary_record
  and customer.id in (:customers)
