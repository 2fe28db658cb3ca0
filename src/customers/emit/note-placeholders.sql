-- Remembers fillers (noreply@…, 0000000000) as generic from the start.
-- $1 business, $2 kinds, $3 values, $4 now
insert into customers.generic_values (business_id, id, value_kind, value, people, records, reason, created_at)
select
  $1, platform.uuid_v7(), filler.value_kind, filler.value, 0, 0, 'placeholder', $4
from unnest($2::text[], $3::text[]) as filler (value_kind, value)
on conflict (business_id, value_kind, value) do nothing
