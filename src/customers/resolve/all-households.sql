-- The households a run over all records has a say about: every one.
-- $1 business
create temp table concerned_households on commit drop as
select
  household.id,
  household.value_kind,
  household.value
from customers.households as household
where household.business_id = $1
