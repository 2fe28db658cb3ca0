-- Rows of questions about jobs that stand booked and are still to be done.
-- frame: jobs
select *
from job_rows
where is_booked
  and (job_date is null or job_date >= :as_of)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
