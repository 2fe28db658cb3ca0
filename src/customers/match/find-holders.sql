-- Customers of whom a record has this e-mail or phone under this very name, or under any when no name is given.
-- $1 business, $2 e-mail key, $3 phone key, $4 first, $5 last name key, $6 suffix
with holders as (
  select
    record.customer_id,
    true as has_email,
    false as has_phone
  from customers.records as record
  where record.business_id = $1
    and record.email_key = $2
    and (
      $4::text is null
      or (record.first_key = $4 and record.last_key is not distinct from $5 and record.suffix is not distinct from $6)
    )
  union all
  select
    record.customer_id,
    false,
    true
  from customers.records as record
  where record.business_id = $1
    and record.phone_key = $3
    and (
      $4::text is null
      or (record.first_key = $4 and record.last_key is not distinct from $5 and record.suffix is not distinct from $6)
    )
)

select
  holders.customer_id as "customerId",
  bool_or(holders.has_email) as "hasEmail",
  bool_or(holders.has_phone) as "hasPhone"
from holders
where holders.customer_id is not null
group by holders.customer_id
order by count(*) desc, holders.customer_id
