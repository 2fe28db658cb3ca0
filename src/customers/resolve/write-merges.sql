-- Customers that were found to be one: the ledger row, with what the two have in common.
-- $1 business, $2 who, $3 now
insert into customers.merges (
  business_id, id, kept_customer_id, merged_customer_id, method, confidence, evidence, merged_by, merged_at
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
    'email', case when planned.shared & 1 <> 0 then record.email_key end,
    'phone', case when planned.shared & 2 <> 0 then record.phone_key end,
    'quoteNumber', case when planned.shared & 4 <> 0 then record.quote_number end
  )),
  $2,
  $3
from planned_merges as planned
join customers.records as record
  on record.business_id = $1
  and record.id = planned.record_id
returning id
