-- What people decided about records that are about to go, by the rows' natural keys. A record
-- without a key cannot be told when its row comes back.
-- $1 business
with
touched as (
  select decision.id
  from gone_records as gone
  join customers.decisions as decision
    on decision.business_id = $1
    and decision.record_a = gone.id
  where decision.revoked_at is null
  union
  select decision.id
  from gone_records as gone
  join customers.decisions as decision
    on decision.business_id = $1
    and decision.record_b = gone.id
  where decision.revoked_at is null
)

insert into parking (id, source_a, key_a, name_a, source_b, key_b, name_b)
select
  touched.id,
  first.source,
  first.source_key,
  first.name,
  second.source,
  second.source_key,
  second.name
from touched
join customers.decisions as decision
  on decision.business_id = $1
  and decision.id = touched.id
join customers.records as first
  on first.business_id = $1
  and first.id = decision.record_a
join customers.records as second
  on second.business_id = $1
  and second.id = decision.record_b
where first.source_key is not null
  and second.source_key is not null
on conflict (id) do nothing
