-- Whether a parked decision has both its rows back, as records or among the arrivals.
-- $1 business
with
sides as (
  select
    parked.id,
    parked.source_a as source,
    parked.key_a as source_key
  from customers.parked_decisions as parked
  where parked.business_id = $1
  union all
  select
    parked.id,
    parked.source_b,
    parked.key_b
  from customers.parked_decisions as parked
  where parked.business_id = $1
),

wanted as (
  select distinct
    sides.source,
    sides.source_key
  from sides
),

present as (
  select
    record.source,
    record.source_key
  from wanted
  join customers.records as record
    on record.business_id = $1
    and record.source = wanted.source
    and record.source_key = wanted.source_key
  union
  select
    arrival.source,
    arrival.source_key
  from wanted
  join arrivals as arrival
    on arrival.source = wanted.source
    and arrival.source_key = wanted.source_key
),

whole as (
  select sides.id
  from sides
  join present
    on present.source = sides.source
    and present.source_key = sides.source_key
  group by sides.id
  having count(*) = 2
)

select exists (select from whole) as ready
