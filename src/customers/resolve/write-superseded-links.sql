-- The present links of records that move: superseded, never changed.
-- $1 business, $2 now
update customers.links as link
set
  superseded_by = planned.link_id,
  superseded_at = $2
from planned_moves as planned
where planned.from_customer_id is not null
  and link.business_id = $1
  and link.record_id = planned.record_id
  and link.superseded_by is null
