-- Takes back a word that keeps two records apart, with all that was said in the same breath; returns the records it was
-- about, those two marked. $1 business, $2 the decision, $3 now
with word as (
  select
    decision.record_a,
    decision.record_b,
    decision.decided_by,
    decision.decided_at
  from customers.decisions as decision
  where decision.business_id = $1
    and decision.id = $2
    and decision.revoked_at is null
    and decision.verdict <> 'same'
),

revoked as (
  update customers.decisions as decision
  set revoked_at = $3
  from word
  where decision.business_id = $1
    and decision.revoked_at is null
    and decision.decided_by = word.decided_by
    and decision.decided_at = word.decided_at
  returning decision.record_a, decision.record_b
),

spoken as (
  select revoked.record_a as id from revoked
  union
  select revoked.record_b from revoked
)

select
  spoken.id,
  spoken.id = word.record_a as "isFirst",
  spoken.id = word.record_b as "isSecond"
from spoken
cross join word
