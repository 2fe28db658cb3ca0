-- The golden values of the customers in `projected_customers`, from their records:
-- name = the most complete (most words, then longest), then the newest; e-mail and phone =
-- the newest that is not generic, else the newest. Fields a person edited stay.
-- $1 business, $2 now
with
member as (
  select
    record.customer_id,
    record.id,
    record.name,
    record.name_key,
    record.first_key,
    record.last_key,
    record.suffix,
    record.email_key,
    record.phone_key,
    coalesce(record.observed_on, '-infinity'::date) as observed_on
  from projected_customers as projected
  join customers.records as record
    on record.business_id = $1
    and record.customer_id = projected.id
),

best_name as (
  select distinct on (member.customer_id)
    member.customer_id,
    member.name
  from member
  where member.name_key is not null
  order by
    member.customer_id,
    (length(member.first_key) > 1 and member.last_key is not null) desc,
    array_length(string_to_array(member.name_key, ' '), 1) desc,
    length(member.name_key) desc,
    member.observed_on desc,
    member.id desc
),

best_email as (
  select distinct on (member.customer_id)
    member.customer_id,
    member.email_key
  from member
  left join customers.generic_values as generic
    on generic.business_id = $1
    and generic.value_kind = 'email'
    and generic.value = member.email_key
  where member.email_key is not null
  order by member.customer_id, (generic.id is null) desc, member.observed_on desc, member.id desc
),

best_phone as (
  select distinct on (member.customer_id)
    member.customer_id,
    member.phone_key
  from member
  left join customers.generic_values as generic
    on generic.business_id = $1
    and generic.value_kind = 'phone'
    and generic.value = member.phone_key
  where member.phone_key is not null
  order by member.customer_id, (generic.id is null) desc, member.observed_on desc, member.id desc
)

select
  customer.id,
  best_name.name as best_name,
  customer.name,
  customer.first_name,
  customer.last_name,
  customer.email,
  customer.phone,
  best_email.email_key as best_email,
  best_phone.phone_key as best_phone,
  customer.edited_fields
from projected_customers as projected
join customers.customers as customer
  on customer.business_id = $1
  and customer.id = projected.id
left join best_name on best_name.customer_id = customer.id
left join best_email on best_email.customer_id = customer.id
left join best_phone on best_phone.customer_id = customer.id
