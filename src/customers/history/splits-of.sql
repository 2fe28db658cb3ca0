-- Every time records left this customer for another, or came to it from one, other than by a merge or its undoing.
-- $1 business, $2 customer
select
  change.other_customer_id = $2 as "hasLeft",
  cardinality(change.record_ids) as records,
  change.at,
  change.run_id as run,
  run.purpose,
  coalesce(run.started_by, '') as by,
  case when change.customer_id = $2 then change.other_customer_id else change.customer_id end as "otherId",
  other.name as "otherName"
from customers.changes as change
left join customers.runs as run
  on run.business_id = $1
  and run.id = change.run_id
left join customers.customers as other
  on other.business_id = $1
  and other.id = case when change.customer_id = $2 then change.other_customer_id else change.customer_id end
where change.business_id = $1
  and change.event = 'customer.split'
  and $2 in (change.customer_id, change.other_customer_id)
order by change.at desc, change.id desc
