-- The ledger rows of the records that move: how sure the link is, and what the record
-- shares with which other record.
-- $1 business, $2 kind of decider, $3 who, $4 run, $5 now
insert into customers.links (
  business_id, id, record_id, customer_id, method, confidence, evidence, decided_by_kind, decided_by, run_id, decided_at
)
select
  $1,
  planned.link_id,
  planned.record_id,
  planned.customer_id,
  planned.method,
  planned.confidence,
  case
    when planned.with_record_id is null then '{}'::jsonb
    else jsonb_strip_nulls(jsonb_build_object(
      'with', planned.with_record_id,
      'by', planned.reason,
      'names', planned.names,
      'reasons', proposal.reasons,
      'email', case when planned.shared & 1 <> 0 then record.email_key end,
      'phone', case when planned.shared & 2 <> 0 then record.phone_key end,
      'quoteNumber', case when planned.shared & 4 <> 0 then record.quote_number end
    ))
  end,
  $2,
  $3,
  $4,
  $5
from planned_moves as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.record_id
left join found_proposals as proposal
  on planned.reason = 'match'
  and proposal.record_a = least(planned.record_id, planned.with_record_id)
  and proposal.record_b = greatest(planned.record_id, planned.with_record_id)
where planned.customer_id is not null
order by planned.record_id
