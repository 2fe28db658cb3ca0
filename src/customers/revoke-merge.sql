-- Takes back the decisions 'same' that hold a merged-away customer's records (as it was
-- before the merge) and the others of its present customer together.
-- $1 business, $2 merged-away customer, $3 present customer, $4 now, $5 time of the merge
with own as (
  select distinct link.record_id as id
  from customers.links as link
  join customers.records as record
    on record.business_id = $1
    and record.id = link.record_id
    and record.customer_id = $3
  where link.business_id = $1
    and link.customer_id = $2
    and link.superseded_at = $5
),

others as (
  select record.id
  from customers.records as record
  where record.business_id = $1
    and record.customer_id = $3
    and record.id not in (select own.id from own)
)

update customers.decisions as decision
set revoked_at = $4
where decision.business_id = $1
  and decision.revoked_at is null
  and decision.verdict = 'same'
  and (
    (decision.record_a in (select own.id from own) and decision.record_b in (select others.id from others))
    or (decision.record_b in (select own.id from own) and decision.record_a in (select others.id from others))
  )
