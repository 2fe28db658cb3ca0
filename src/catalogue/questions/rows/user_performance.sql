/*
keys:
  - [name, sales_person_id]
measures:
  total_calls: sum total_calls
  inbound_count: sum inbound_count
  outbound_count: sum outbound_count
*/
-- Rows of questions about the call report: its own rows.
select
  'call performance' as source,
  reports.id,
  reports.name as reference,
  reports.name,
  reports.sales_person_id,
  null::uuid as customer_id,
  null::date as day,
  null::text as currency,
  null::text as status,
  reports.user_status,
  reports.total_calls,
  reports.inbound_count,
  reports.outbound_count,
  reports.batch_id,
  reports.file_id,
  reports.line
from journey.user_performance as reports
where reports.business_id = :business_id
