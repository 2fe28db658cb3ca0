-- Points records that stood here before at their new customers.
-- $1 business
update customers.records as record
set
  customer_id = planned.customer_id,
  needs_resolving = false
from planned_moves as planned
where not planned.has_arrived
  and record.business_id = $1
  and record.id = planned.record_id
