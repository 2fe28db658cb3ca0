-- The feed for the outside.
-- $1 business, $2 run, $3 now
insert into customers.changes (business_id, id, at, event, customer_id, other_customer_id, record_ids, run_id)
select
  $1,
  platform.uuid_v7(),
  $3,
  planned.event,
  planned.customer_id,
  planned.other_customer_id,
  planned.record_ids,
  $2
from planned_changes as planned
