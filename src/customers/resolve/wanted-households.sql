-- The members that households should have, by value.
-- $1 business
select
  planned.value_kind,
  case planned.value_kind when 'email' then record.email_key else record.phone_key end as value,
  planned.customer_id
from planned_members as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.record_id
