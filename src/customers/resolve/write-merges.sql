-- Customers that were found to be one: the ledger row, with what the two have in common.
-- $1 business, $2 who, $3 now, $4 run
insert into customers.merges (
  business_id, id, kept_customer_id, merged_customer_id, method, confidence, evidence, merged_by, merged_at, run_id
)
select
  $1,
  planned.id,
  planned.kept_customer_id,
  planned.merged_customer_id,
  planned.method,
  planned.confidence,
  jsonb_strip_nulls(jsonb_build_object(
    'record', planned.record_id,
    'with', planned.with_record_id,
    'by', planned.reason,
    'names', planned.names,
    'reasons', proposal.reasons,
    'email', case when planned.shared & 1 <> 0 then record.email_key end,
    'phone', case when planned.shared & 2 <> 0 then record.phone_key end,
    'quoteNumber', case when planned.shared & 4 <> 0 then record.quote_number end
  )),
  $2,
  $3,
  $4
from planned_merges as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.record_id
left join found_proposals as proposal
  on planned.reason = 'match'
  and proposal.record_a = least(planned.record_id, planned.with_record_id)
  and proposal.record_b = greatest(planned.record_id, planned.with_record_id)
returning id
