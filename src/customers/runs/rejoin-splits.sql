-- Says of the records that a run split off that they are the person they were split from, and
-- opens them for the resolver. Records that moved on since, and customers whose founding record
-- is gone, are left alone.
-- $1 business, $2 run, $3 who, $4 now
with split_off as (
  select
    record.id,
    origin.founding_record_id
  from customers.changes as change
  cross join lateral unnest(change.record_ids) as moved (record_id)
  join customers.records as record
    on record.business_id = $1
    and record.id = moved.record_id
    and record.customer_id = change.customer_id
  join customers.customers as origin
    on origin.business_id = $1
    and origin.id = change.other_customer_id
  join customers.records as founder
    on founder.business_id = $1
    and founder.id = origin.founding_record_id
  where change.business_id = $1
    and change.run_id::text = $2
    and change.event = 'customer.split'
    and record.id <> origin.founding_record_id
),

opened as (
  update customers.records as record
  set needs_resolving = true
  from split_off
  where record.business_id = $1
    and record.id in (split_off.id, split_off.founding_record_id)
)

insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
select $1, platform.uuid_v7(), split_off.founding_record_id, split_off.id, 'same', $3, $4
from split_off
