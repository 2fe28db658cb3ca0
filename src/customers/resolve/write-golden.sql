-- Customers whose golden values changed; fields a person edited stay as they are.
-- $1 business, $2 now
with wanted as (
  select
    customer.id,
    case when 'name' = any (customer.edited_fields) then customer.name else coalesce(golden.name, golden.email, golden.phone, 'Unknown') end as name,
    case when 'first_name' = any (customer.edited_fields) then customer.first_name else golden.first_name end as first_name,
    case when 'last_name' = any (customer.edited_fields) then customer.last_name else golden.last_name end as last_name,
    case when 'email' = any (customer.edited_fields) then customer.email else golden.email end as email,
    case when 'phone' = any (customer.edited_fields) then customer.phone else golden.phone end as phone
  from golden_values as golden
  join customers.customers as customer
    on customer.business_id = $1
    and customer.id = golden.customer_id
  where not golden.is_new
)

update customers.customers as customer
set
  name = wanted.name,
  first_name = wanted.first_name,
  last_name = wanted.last_name,
  email = wanted.email,
  phone = wanted.phone,
  updated_at = $2
from wanted
where customer.business_id = $1
  and customer.id = wanted.id
  and (customer.name, customer.first_name, customer.last_name, customer.email, customer.phone)
  is distinct from (wanted.name, wanted.first_name, wanted.last_name, wanted.email, wanted.phone)
