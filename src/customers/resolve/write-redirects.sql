-- Old ids, and where they lead now.
-- $1 business, $2 now
insert into customers.redirects as redirect (business_id, id, customer_id, merge_id, created_at)
select $1, planned.id, planned.customer_id, planned.merge_id, $2
from planned_redirects as planned
on conflict (business_id, id) do update set
  customer_id = excluded.customer_id,
  merge_id = excluded.merge_id
