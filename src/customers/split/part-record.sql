-- Says that a record is not the person it is held to be, and that the others, as far as something ties them to it (a shared
-- value, the chain, an earlier word), stay with the record they gather round: else a rule could send them along. Whoever was
-- kept apart from the record is kept apart from them as well, since it stood for them.
-- $1 business, $2 the record, $3 the one the others gather round, $4 who, $5 now,
-- $6 id of the word
with
parted as (
  select
    record.id,
    record.customer_id,
    record.email_key,
    record.phone_key,
    record.quote_number
  from customers.records as record
  where record.business_id = $1
    and record.id = $2
),

others as (
  select
    record.id,
    record.email_key,
    record.phone_key,
    record.quote_number
  from parted
  join customers.records as record
    on record.business_id = $1
    and record.customer_id = parted.customer_id
  where record.id <> parted.id
    and record.id <> $3
),

-- Either hangs on the other in the chain.
chained as (
  select link.record_id as id
  from customers.links as link
  where link.business_id = $1
    and link.superseded_at is null
    and link.evidence ->> 'with' = $2::text
    and link.record_id in (select others.id from others)
  union
  select others.id
  from others
  join customers.links as link
    on link.business_id = $1
    and link.record_id = $2
    and link.superseded_at is null
    and link.evidence ->> 'with' = others.id::text
),

spoken_of as (
  select case when decision.record_a = $2 then decision.record_b else decision.record_a end as id
  from customers.decisions as decision
  where decision.business_id = $1
    and decision.revoked_at is null
    and decision.verdict = 'same'
    and $2 in (decision.record_a, decision.record_b)
),

tied as (
  select others.id
  from others
  cross join parted
  where others.email_key = parted.email_key
    or others.phone_key = parted.phone_key
    or others.quote_number = parted.quote_number
    or others.id in (select chained.id from chained)
    or others.id in (select spoken_of.id from spoken_of)
),

kept_apart as (
  select distinct on (record.id)
    record.id,
    decision.verdict
  from parted
  join customers.decisions as decision
    on decision.business_id = $1
    and decision.revoked_at is null
    and decision.verdict <> 'same'
    and parted.id in (decision.record_a, decision.record_b)
  join customers.records as record
    on record.business_id = $1
    and record.id = case when decision.record_a = parted.id then decision.record_b else decision.record_a end
    and record.customer_id is distinct from parted.customer_id
  order by record.id, decision.decided_at desc
),

said as (
  select $6::uuid as id, $2::uuid as record_b, 'different'::text as verdict
  union all
  select platform.uuid_v7(), tied.id, 'same' from tied
  union all
  select platform.uuid_v7(), kept_apart.id, kept_apart.verdict from kept_apart
)

insert into customers.decisions (business_id, id, record_a, record_b, verdict, decided_by, decided_at)
select $1, said.id, $3, said.record_b, said.verdict, $4, $5
from said
