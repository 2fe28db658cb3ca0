-- What people said that keeps records of this customer apart from those of another, and has not been taken back:
-- what was said in one breath of the same two is one line, and is taken back at once.
-- $1 business, $2 customer
select distinct on (decision.decided_at, decision.decided_by, other.id)
  decision.id as decision,
  decision.verdict,
  decision.decided_by as by,
  decision.decided_at as at,
  other.id as "otherId",
  other.name as "otherName"
from customers.records as own
join customers.decisions as decision
  on decision.business_id = $1
  and own.id in (decision.record_a, decision.record_b)
  and decision.revoked_at is null
  and decision.verdict <> 'same'
join customers.records as theirs
  on theirs.business_id = $1
  and theirs.id = case when decision.record_a = own.id then decision.record_b else decision.record_a end
  and theirs.customer_id <> $2
join customers.customers as other
  on other.business_id = $1
  and other.id = theirs.customer_id
where own.business_id = $1
  and own.customer_id = $2
order by decision.decided_at desc, decision.decided_by, other.id, decision.id desc
