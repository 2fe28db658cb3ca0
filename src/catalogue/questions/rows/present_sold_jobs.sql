-- Rows of questions about booked and closed jobs as they stand, without days.
-- frame: jobs
select *
from job_rows
where is_sold
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
