-- Households that are new.
-- $1 business, $2 run, $3 now
insert into customers.households (business_id, id, value_kind, value, run_id, created_at)
select
  $1,
  platform.uuid_v7(),
  wanted.value_kind,
  wanted.value,
  $2,
  $3
from (select distinct wanted_members.value_kind, wanted_members.value from wanted_members) as wanted
on conflict (business_id, value_kind, value) do nothing
