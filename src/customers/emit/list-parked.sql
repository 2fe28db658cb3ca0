-- Decisions of people that were parked in this transaction and wait for their rows.
-- $1 business
select
  decision.verdict as decision,
  parking.source_a as "sourceA",
  parking.key_a as "keyA",
  parking.name_a as "nameA",
  parking.source_b as "sourceB",
  parking.key_b as "keyB",
  parking.name_b as "nameB",
  decision.decided_by as "decidedBy",
  decision.decided_at as "decidedAt"
from parking
join customers.parked_decisions as decision
  on decision.business_id = $1
  and decision.id = parking.id
order by decision.decided_at, decision.id
