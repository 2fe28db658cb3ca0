-- Records that are likely the person of one in scope, as the decisions are looked at: joined by
-- a proposal, or a likely pair, since a change of one may join or part the others.
-- $1 business, $2 depth of the last step
insert into scope_records (id, depth)
select
  other.id,
  $2 + 1
from (
  select pair.record_b as id
  from scope_records as scope
  join customers.proposals as pair
    on pair.business_id = $1
    and pair.record_a = scope.id
    and pair.state = 'joined'
  where scope.depth >= $2
  union
  select pair.record_a
  from scope_records as scope
  join customers.proposals as pair
    on pair.business_id = $1
    and pair.record_b = scope.id
    and pair.state = 'joined'
  where scope.depth >= $2
  union
  select pair.record_b
  from scope_records as scope
  join customers.likely_pairs as pair
    on pair.business_id = $1
    and pair.record_a = scope.id
  where scope.depth >= $2
  union
  select pair.record_a
  from scope_records as scope
  join customers.likely_pairs as pair
    on pair.business_id = $1
    and pair.record_b = scope.id
  where scope.depth >= $2
) as other
on conflict (id) do nothing
