-- Rows of questions about revenue by service day: booked and closed jobs with a day.
-- frame: jobs
select *
from job_rows
where is_sold
  and job_date is not null
  and (:date_from is null or job_date >= :date_from)
  and (:date_to is null or job_date < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:currency is null or currency = :currency)
