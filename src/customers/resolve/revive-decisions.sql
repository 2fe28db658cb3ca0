-- Decisions of people whose rows are all there again come into force, as old as they are, and
-- their records are opened for the resolver.
-- $1 business
with
ready as (
  select distinct on (parked.id)
    parked.id,
    parked.verdict,
    parked.decided_by,
    parked.decided_at,
    first.id as record_a,
    second.id as record_b
  from customers.parked_decisions as parked
  join customers.records as first
    on first.business_id = $1
    and first.source = parked.source_a
    and first.source_key = parked.key_a
  join customers.records as second
    on second.business_id = $1
    and second.source = parked.source_b
    and second.source_key = parked.key_b
  where parked.business_id = $1
  order by parked.id, first.id, second.id
),

taken as (
  delete from customers.parked_decisions as parked
  using ready
  where parked.business_id = $1
    and parked.id = ready.id
),

opened as (
  update customers.records as record
  set needs_resolving = true
  from ready
  where record.business_id = $1
    and record.id in (ready.record_a, ready.record_b)
)

insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
select
  $1,
  ready.id,
  ready.record_a,
  ready.record_b,
  ready.verdict,
  ready.decided_by,
  ready.decided_at
from ready
on conflict (business_id, id) do nothing
returning decisions.verdict, decisions.record_a as "recordA", decisions.record_b as "recordB"
