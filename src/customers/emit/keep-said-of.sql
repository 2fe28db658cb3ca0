-- Notes which of the customers that are about to go have values set by hand, with the names they had: those wait for their rows.
-- $1 business
insert into gone_with_values (id, name)
select
  customer.id,
  customer.name
from empty_customers
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = empty_customers.id
where exists (
  select
  from customers.hand_values as said
  where said.business_id = $1
    and said.customer_id = customer.id
    and said.undone_at is null
)
on conflict do nothing
