-- New customers, with the raw values of their founding record until they are projected.
-- $1 business, $2 run, $3 now
insert into customers.customers (
  business_id, id, name, email, phone, founding_record_id, run_id, created_at, updated_at
)
select
  $1,
  planned.id,
  coalesce(record.name, record.email, record.phone, 'Unknown'),
  record.email_key,
  record.phone_key,
  planned.founding_record_id,
  $2,
  $3,
  $3
from planned_customers as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.founding_record_id
where planned.is_new
returning id
