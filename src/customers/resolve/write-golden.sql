-- Customers whose golden values changed; fields locked in the table itself stay as they are.
-- Returns how many of them stood before this run.
-- $1 business, $2 now
with
wanted as (
  select
    customer.id,
    golden.is_new,
    case when 'name' = any (customer.edited_fields) then customer.name else coalesce(golden.name, golden.email, golden.phone, 'Unknown') end as name,
    case when 'first_name' = any (customer.edited_fields) then customer.first_name else golden.first_name end as first_name,
    case when 'last_name' = any (customer.edited_fields) then customer.last_name else golden.last_name end as last_name,
    case when 'email' = any (customer.edited_fields) then customer.email else golden.email end as email,
    case when 'phone' = any (customer.edited_fields) then customer.phone else golden.phone end as phone,
    case when golden.gender is null and customer.gender_method is distinct from 'by hand' then customer.gender else golden.gender end as gender,
    case
      when golden.gender is not null then 'by hand'
      when customer.gender_method <> 'by hand' then customer.gender_method
    end as gender_method,
    case when golden.gender is null and customer.gender_method is distinct from 'by hand' then customer.gender_confidence end as gender_confidence
  from golden_values as golden
  join customers.customers as customer
    on customer.business_id = $1
    and customer.id = golden.customer_id
  where not golden.is_new
    or golden.is_settled
),

written as (
  update customers.customers as customer
  set
    name = wanted.name,
    first_name = wanted.first_name,
    last_name = wanted.last_name,
    email = wanted.email,
    phone = wanted.phone,
    gender = wanted.gender,
    gender_method = wanted.gender_method,
    gender_confidence = wanted.gender_confidence,
    updated_at = $2
  from wanted
  where customer.business_id = $1
    and customer.id = wanted.id
    and (customer.name, customer.first_name, customer.last_name, customer.email, customer.phone, customer.gender, customer.gender_method)
    is distinct from (wanted.name, wanted.first_name, wanted.last_name, wanted.email, wanted.phone, wanted.gender, wanted.gender_method)
  returning wanted.is_new
)

select count(*) filter (where not written.is_new) as updated
from written
