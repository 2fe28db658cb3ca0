-- Members that are missing.
-- $1 business
insert into customers.household_members (business_id, household_id, customer_id)
select
  $1,
  household.id,
  wanted.customer_id
from wanted_members as wanted
join customers.households as household
  on household.business_id = $1
  and household.value_kind = wanted.value_kind
  and household.value = wanted.value
on conflict (business_id, household_id, customer_id) do nothing
