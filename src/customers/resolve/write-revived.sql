-- Customers that stand for themselves again: their old id is no redirect any more.
-- $1 business, $2 customers, $3 now
with freed as (
  delete from customers.redirects as redirect
  where redirect.business_id = $1
    and redirect.id = any ($2::uuid[])
)

update customers.customers as customer
set
  is_primary_record = true,
  updated_at = $3
where customer.business_id = $1
  and customer.id = any ($2::uuid[])
