-- Takes back what people said of two customers' records against each other.
-- $1 business, $2 and $3 customers, $4 now, $5 verdicts
with held as (
  select record.id, record.customer_id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id in ($2, $3)
)

update customers.decisions as decision
set revoked_at = $4
from held as first
join held as second on first.customer_id <> second.customer_id
where decision.business_id = $1
  and decision.revoked_at is null
  and decision.verdict = any ($5::text[])
  and decision.record_a = first.id
  and decision.record_b = second.id
