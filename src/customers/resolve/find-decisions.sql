-- What people decided, the newest first. Which of it concerns a run is put in by apply-decisions.ts.
-- $1 business
select
  decision.record_a,
  decision.record_b,
  decision.verdict
from customers.decisions as decision
where decision.business_id = $1
  and decision.revoked_at is null
  and :within
order by decision.decided_at desc, decision.id desc
