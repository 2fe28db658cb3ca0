-- Rows of questions about jobs that stand quoted.
-- frame: jobs
select
  *,
  case
    when quote_day is null then 'day not known' when :as_of - quote_day <= 7 then '0-7 days' when :as_of - quote_day <= 14 then '8-14 days'
    when :as_of - quote_day <= 30 then '15-30 days' when :as_of - quote_day <= 90 then '31-90 days' else 'over 90 days'
  end as quote_age
from job_rows
where status = 'QUOTED'
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
