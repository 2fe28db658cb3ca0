-- The households a run over all records has a say about: every one.
-- $1 business
select
  household.id,
  household.value_kind,
  household.value
from customers.households as household
where household.business_id = $1
