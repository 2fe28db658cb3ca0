-- Customers whose founding record is gone, carried on by another of their records.
-- $1 business
update customers.customers as customer
set founding_record_id = planned.founding_record_id
from planned_customers as planned
where not planned.is_new
  and customer.business_id = $1
  and customer.id = planned.id
