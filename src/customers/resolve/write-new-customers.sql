-- New customers with their golden values.
-- $1 business, $2 run, $3 now
insert into customers.customers (
  business_id, id, name, first_name, last_name, email, phone, founding_record_id, run_id, created_at, updated_at
)
select
  $1,
  golden.customer_id,
  coalesce(golden.name, golden.email, golden.phone, 'Unknown'),
  golden.first_name,
  golden.last_name,
  golden.email,
  golden.phone,
  planned.founding_record_id,
  $2,
  $3,
  $3
from planned_customers as planned
join golden_values as golden on golden.customer_id = planned.id
where planned.is_new
order by golden.customer_id
