-- A customer that is part of another stands for itself no more.
-- $1 business, $2 now
update customers.customers as customer
set
  is_primary_record = false,
  updated_at = $2
from planned_merges as planned
where customer.business_id = $1
  and customer.id = planned.merged_customer_id
  and customer.is_primary_record
