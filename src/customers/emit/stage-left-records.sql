-- What is left of the customers that lost records. `name_weight` is how complete the name is, as the
-- resolver weighs it (words, then letters) among full names. $1 business
create temp table left_records on commit drop as
select
  record.id,
  record.customer_id,
  record.first_key is null or record.last_key is null or length(record.first_key) = 1 as is_short,
  record.first_key || '|' || record.last_key || '|' || coalesce(record.suffix, '') collate "C" as person,
  least(cardinality(string_to_array(record.name_key, ' ')), 15) * (1 << 16) + least(length(record.name_key), 65535) as name_weight,
  record.observed_on,
  record.email_key is not null as has_email,
  record.phone_key is not null as has_phone,
  -- Only what is not generic speaks.
  case when generic_email.id is null then record.email_key end collate "C" as email,
  case when generic_phone.id is null then record.phone_key end collate "C" as phone,
  case when generic_quote.id is null then record.quote_number end collate "C" as quote_number
from lost_customers as lost
join customers.records as record
  on record.business_id = $1
  and record.customer_id = lost.id
left join customers.generic_values as generic_email
  on generic_email.business_id = $1
  and generic_email.value_kind = 'email'
  and generic_email.value = record.email_key
left join customers.generic_values as generic_phone
  on generic_phone.business_id = $1
  and generic_phone.value_kind = 'phone'
  and generic_phone.value = record.phone_key
left join customers.generic_values as generic_quote
  on generic_quote.business_id = $1
  and generic_quote.value_kind = 'quote_number'
  and generic_quote.value = record.quote_number
