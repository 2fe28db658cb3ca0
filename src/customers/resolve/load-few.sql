-- The records of a small scope, oldest first, as they are: what their names, values and places are, and which of
-- the values say nothing about anybody (placeholders, and those of too many people that are not being rechecked).
-- $1 business
with speechless as (
  select
    generic.value_kind,
    generic.value
  from customers.generic_values as generic
  where generic.business_id = $1
    and (
      generic.reason = 'placeholder'
      or not exists (
        select
        from rechecked_values as rechecked
        where rechecked.value_kind = generic.value_kind
          and rechecked.value = generic.value
      )
    )
)

select
  record.id,
  record.customer_id,
  record.first_key,
  record.last_key,
  record.suffix,
  record.name_key,
  record.email_key,
  record.phone_key,
  record.quote_number,
  record.observed_on - date '1970-01-01' as observed_day,
  record.display_name,
  record.street,
  record.city,
  record.state,
  record.postal_code,
  record.observed_on::text as observed_on,
  record.needs_resolving,
  exists (select from speechless where speechless.value_kind = 'email' and speechless.value = record.email_key) as is_email_generic,
  exists (select from speechless where speechless.value_kind = 'phone' and speechless.value = record.phone_key) as is_phone_generic,
  exists (select from speechless where speechless.value_kind = 'quote_number' and speechless.value = record.quote_number)
    as is_quote_number_generic
from scope_records as scope
join customers.records as record
  on record.business_id = $1
  and record.id = scope.id
order by record.id
