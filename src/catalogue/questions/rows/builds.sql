/*
keys:
  - [checked_at]
measures:
  call_reports_without_person: sum call_reports_without_person
  sales_reports_without_person: sum sales_reports_without_person
*/
-- Rows of questions about builds of the journey: what each measured.
select
  'build' as source,
  builds.id,
  null::text as reference,
  null::uuid as customer_id,
  builds.check_timestamp::date as day,
  null::text as currency,
  null::text as status,
  to_char(builds.check_timestamp at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as checked_at,
  builds.orphaned_user_performance as call_reports_without_person,
  builds.orphaned_sales_performance as sales_reports_without_person,
  null::uuid as batch_id,
  null::uuid as file_id,
  null::integer as line
from journey.integrity_check_history as builds
where builds.business_id = :business_id
  and builds.moment = 'build'
