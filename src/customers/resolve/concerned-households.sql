-- The households this run has a say about, and any that lost members otherwise.
-- :concerned is put in by write-households.ts.
-- $1 business
create temp table concerned_households on commit drop as
select
  household.id,
  household.value_kind,
  household.value
from customers.households as household
where household.business_id = $1
  and :concerned
