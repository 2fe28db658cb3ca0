-- By which names the holders of some values go, and how many of each. $1 business, $2 kinds, $3 values
with asked as (
  select
    one.value_kind,
    one.value
  from unnest($2::text[], $3::text[]) as one (value_kind, value)
),

held as (
  select
    asked.value_kind,
    asked.value,
    record.first_key,
    record.last_key,
    record.suffix
  from asked
  join customers.records as record
    on record.business_id = $1
    and record.email_key = asked.value
  where asked.value_kind = 'email'
  union all
  select
    asked.value_kind,
    asked.value,
    record.first_key,
    record.last_key,
    record.suffix
  from asked
  join customers.records as record
    on record.business_id = $1
    and record.phone_key = asked.value
  where asked.value_kind = 'phone'
  union all
  select
    asked.value_kind,
    asked.value,
    record.first_key,
    record.last_key,
    record.suffix
  from asked
  join customers.records as record
    on record.business_id = $1
    and record.quote_number = asked.value
  where asked.value_kind = 'quote_number'
)

select
  held.value_kind,
  held.value,
  held.first_key,
  held.last_key,
  held.suffix,
  count(*) as records
from held
group by held.value_kind, held.value, held.first_key, held.last_key, held.suffix
