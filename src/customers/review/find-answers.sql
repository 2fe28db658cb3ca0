-- What people have said of two customers and not taken back, by the ids they had then.
-- $1 business, $2 and $3 the customers
select
  decision.id,
  decision.verdict
from customers.customers as first
join customers.customers as second
  on second.business_id = $1
  and second.id = $3
join customers.decisions as decision
  on decision.business_id = $1
  and decision.record_a in (first.founding_record_id, second.founding_record_id)
  and decision.record_b in (first.founding_record_id, second.founding_record_id)
where first.business_id = $1
  and first.id = $2
  and decision.revoked_at is null
