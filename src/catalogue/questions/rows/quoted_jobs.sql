-- Rows of questions about jobs by the day of their quote.
-- frame: jobs
select *
from job_rows
where quote_day is not null
  and (:date_from is null or quote_day >= :date_from)
  and (:date_to is null or quote_day < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
