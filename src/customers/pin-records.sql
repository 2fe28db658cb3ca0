-- Pins the records of both sides of an un-merge to their own founder where they share a
-- value with the other side: a rule could otherwise put them with either. A record that came
-- after the merge stays only when it shares a value with both sides; else the rules decide.
-- $1 business, $2 restored customer, $3 customer it was part of, $4 who, $5 now, $6 time of the merge
with own as (
  select distinct link.record_id as id
  from customers.links as link
  where link.business_id = $1
    and link.customer_id = $2
    and link.superseded_at = $6
),

held as (
  select
    record.id,
    record.email_key,
    record.phone_key,
    record.quote_number,
    own.id is not null as is_own,
    own.id is null and not exists (
      select
      from customers.links as earlier
      where earlier.business_id = $1
        and earlier.record_id = record.id
        and earlier.customer_id = $3
        and earlier.decided_at < $6
    ) as is_late
  from customers.records as record
  left join own on own.id = record.id
  where record.business_id = $1
    and record.customer_id = $3
),

sharing as (
  select
    first.id,
    first.is_own,
    first.is_late,
    second.is_own as is_with_own
  from held as first
  join held as second
    on first.id <> second.id
    and not second.is_late
    and (
      first.email_key = second.email_key
      or first.phone_key = second.phone_key
      or first.quote_number = second.quote_number
    )
),

crossing as (
  select
    sharing.id,
    sharing.is_own
  from sharing
  group by sharing.id, sharing.is_own, sharing.is_late
  having bool_or(sharing.is_with_own <> sharing.is_own)
    and (not sharing.is_late or bool_or(not sharing.is_with_own))
),

founders as (
  select
    customer.id = $2 as is_own,
    customer.founding_record_id as id
  from customers.customers as customer
  where customer.business_id = $1
    and customer.id in ($2, $3)
)

insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
select $1, platform.uuid_v7(), founders.id, crossing.id, 'same', $4, $5
from crossing
join founders on crossing.is_own = founders.is_own
where crossing.id <> founders.id
on conflict do nothing
