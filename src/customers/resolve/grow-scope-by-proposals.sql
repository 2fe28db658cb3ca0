-- Records that were found to be the person of one in scope, as the decisions are looked at.
-- $1 business, $2 depth of the last step
insert into scope_records (id, depth)
select
  other.id,
  $2 + 1
from (
  select proposal.record_b as id
  from scope_records as scope
  join customers.proposals as proposal
    on proposal.business_id = $1
    and proposal.record_a = scope.id
    and proposal.state = 'joined'
  where scope.depth >= $2
  union
  select proposal.record_a
  from scope_records as scope
  join customers.proposals as proposal
    on proposal.business_id = $1
    and proposal.record_b = scope.id
    and proposal.state = 'joined'
  where scope.depth >= $2
) as other
on conflict (id) do nothing
