/*
keys:
  - [merge_method]
measures:
  customers_merged: distinct customer_id
  total_merges: count
  avg_confidence: mean confidence
  median_confidence: median confidence
  percentage_of_merges: share total_merges
*/
-- Rows of questions about merges of customers: the merges that stand. A merge comes from a run
-- or a person, not from a line of a file.
select
  'merge' as source,
  merges.id,
  merges.merged_by as reference,
  merges.kept_customer_id as customer_id,
  merges.merged_at::date as day,
  null::text as currency,
  merges.method as status,
  merges.method as merge_method,
  merges.confidence,
  null::uuid as batch_id,
  null::uuid as file_id,
  null::integer as line
from customers.merges as merges
where merges.business_id = :business_id
  and merges.undone_at is null
