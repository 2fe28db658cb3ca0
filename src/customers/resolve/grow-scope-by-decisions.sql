-- Records that a person compared with one in scope; runs after the step over shared values,
-- so it looks at the last step and the one just made.
-- $1 business, $2 depth of the last step
insert into scope_records (id, depth)
select
  other.id,
  $2 + 1
from (
  select decision.record_b as id
  from scope_records as scope
  join customers.decisions as decision
    on decision.business_id = $1
    and decision.record_a = scope.id
    and decision.revoked_at is null
  where scope.depth >= $2
  union
  select decision.record_a
  from scope_records as scope
  join customers.decisions as decision
    on decision.business_id = $1
    and decision.record_b = scope.id
    and decision.revoked_at is null
  where scope.depth >= $2
) as other
on conflict (id) do nothing
