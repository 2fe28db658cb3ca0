-- The records that left one customer for another in a run, and what ties each to where it is.
-- $1 business, $2 run
with moved as (
  select
    change.id,
    change.other_customer_id as origin,
    change.customer_id as target,
    cardinality(change.record_ids) as records,
    record.id as record_id,
    record.source,
    record.source_key,
    record.observed_on
  from customers.changes as change
  cross join lateral unnest(change.record_ids) as listed (id)
  left join customers.records as record
    on record.business_id = $1
    and record.id = listed.id
  where change.business_id = $1
    and change.run_id::text = $2
    and change.event = 'customer.split'
),

told as (
  select
    moved.id,
    moved.origin,
    moved.target,
    moved.records,
    json_build_object(
      'source', moved.source, 'key', moved.source_key, 'observedOn', moved.observed_on,
      'method', link.method, 'evidence', coalesce(link.evidence, '{}'::jsonb),
      'with', case when other.id is null then null else json_build_object('source', other.source, 'key', other.source_key, 'observedOn', other.observed_on) end
    ) as record,
    moved.source,
    moved.source_key
  from moved
  left join customers.links as link
    on link.business_id = $1
    and link.record_id = moved.record_id
    and link.superseded_at is null
  left join customers.records as other
    on other.business_id = $1
    and other.id::text = link.evidence ->> 'with'
)

select
  told.origin as "from",
  coalesce(origin.name, '') as "fromName",
  told.target as "to",
  coalesce(target.name, '') as "toName",
  told.records,
  coalesce(json_agg(told.record order by told.source, told.source_key) filter (where told.source is not null), '[]') as moved
from told
left join customers.customers as origin
  on origin.business_id = $1
  and origin.id = told.origin
left join customers.customers as target
  on target.business_id = $1
  and target.id = told.target
group by told.id, told.origin, origin.name, told.target, target.name, told.records
order by told.id
