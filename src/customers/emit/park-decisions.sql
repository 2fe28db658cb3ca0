-- Keeps decisions of people apart from their records, which are about to go and take them along.
-- $1 business
insert into customers.parked_decisions (business_id, id, source_a, key_a, source_b, key_b, verdict, decided_by, decided_at)
select
  $1,
  parking.id,
  parking.source_a,
  parking.key_a,
  parking.source_b,
  parking.key_b,
  decision.verdict,
  decision.decided_by,
  decision.decided_at
from parking
join customers.decisions as decision
  on decision.business_id = $1
  and decision.id = parking.id
on conflict (business_id, id) do nothing
