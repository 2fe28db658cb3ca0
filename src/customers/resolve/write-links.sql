-- Points the moving records at their customers and writes the ledger in one pass: the new
-- link says how sure it is and what the record shares with which other record.
-- $1 business, $2 kind of decider, $3 who, $4 run, $5 now
with moved as (
  update customers.records as record
  set
    customer_id = planned.customer_id,
    needs_resolving = false
  from planned_moves as planned
  where record.business_id = $1
    and record.id = planned.record_id
  returning
    planned.link_id,
    record.id as record_id,
    planned.customer_id,
    planned.method,
    planned.confidence,
    planned.reason,
    planned.names,
    planned.with_record_id,
    case when planned.shared & 1 <> 0 then record.email_key end as email,
    case when planned.shared & 2 <> 0 then record.phone_key end as phone,
    case when planned.shared & 4 <> 0 then record.quote_number end as quote_number
)

insert into customers.links (
  business_id, id, record_id, customer_id, method, confidence, evidence, decided_by_kind, decided_by, run_id, decided_at
)
select
  $1,
  moved.link_id,
  moved.record_id,
  moved.customer_id,
  moved.method,
  moved.confidence,
  case
    when moved.with_record_id is null then '{}'::jsonb
    else jsonb_strip_nulls(jsonb_build_object(
      'with', moved.with_record_id,
      'by', moved.reason,
      'names', moved.names,
      'email', moved.email,
      'phone', moved.phone,
      'quoteNumber', moved.quote_number
    ))
  end,
  $2,
  $3,
  $4,
  $5
from moved
where moved.customer_id is not null
returning id
