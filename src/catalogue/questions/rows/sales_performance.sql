/*
keys:
  - [name, sales_person_id]
measures:
  leads_received: sum leads_received
  bad: sum bad
  sent: sum sent
  pending: sum pending
  booked: sum booked
  lost: sum lost
  cancelled: sum cancelled
  booked_total: sum booked_total
*/
-- Rows of questions about the sales performance report: its own rows.
select
  'sales performance' as source,
  reports.id,
  reports.name as reference,
  reports.name,
  reports.sales_person_id,
  null::uuid as customer_id,
  null::date as day,
  null::text as currency,
  null::text as status,
  reports.leads_received,
  reports.bad,
  reports.sent,
  reports.pending,
  reports.booked,
  reports.lost,
  reports.cancelled,
  reports.booked_total,
  reports.batch_id,
  reports.file_id,
  reports.line
from journey.sales_performance as reports
where reports.business_id = :business_id
  and (:sales_person is null or reports.sales_person_id = :sales_person)
