-- What is known of an e-mail and a phone: whether each says something (too many people's says nothing), and the
-- customers of whom a record has it under this very name, or under any when no name is given; and the model that is
-- gone by. One row, so that one question and answer do.
-- $1 business, $2 e-mail key, $3 phone key, $4 first, $5 last name key, $6 suffix
with speaking as (
  select
    case when not exists (
      select
      from customers.generic_values as generic
      where generic.business_id = $1
        and generic.value_kind = 'email'
        and generic.value = $2
    ) then $2::text end as email_key,
    case when not exists (
      select
      from customers.generic_values as generic
      where generic.business_id = $1
        and generic.value_kind = 'phone'
        and generic.value = $3
    ) then $3::text end as phone_key
),

holders as (
  select
    record.customer_id,
    true as has_email,
    false as has_phone
  from speaking
  join customers.records as record
    on record.business_id = $1
    and record.email_key = speaking.email_key
  where $4::text is null
    or (record.first_key = $4 and record.last_key is not distinct from $5 and record.suffix is not distinct from $6)
  union all
  select
    record.customer_id,
    false,
    true
  from speaking
  join customers.records as record
    on record.business_id = $1
    and record.phone_key = speaking.phone_key
  where $4::text is null
    or (record.first_key = $4 and record.last_key is not distinct from $5 and record.suffix is not distinct from $6)
),

holding_customers as (
  select
    holders.customer_id,
    bool_or(holders.has_email) as has_email,
    bool_or(holders.has_phone) as has_phone,
    count(*) as records
  from holders
  where holders.customer_id is not null
  group by holders.customer_id
)

select
  speaking.email_key as "emailKey",
  speaking.phone_key as "phoneKey",
  (select model.id from customers.models as model where model.business_id = $1) as "modelId",
  (
    select
      coalesce(
        json_agg(
          json_build_object('customerId', holding.customer_id, 'hasEmail', holding.has_email, 'hasPhone', holding.has_phone)
          order by holding.records desc, holding.customer_id
        ),
        '[]'
      )
    from holding_customers as holding
  ) as holders
from speaking
