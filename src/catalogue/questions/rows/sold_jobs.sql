-- Rows of questions about booked and closed jobs; one without a service day counts unless days are asked for.
-- frame: jobs
select
  *,
  first_value(lead_source_category) over (partition by customer_id order by job_date nulls last, id) as first_category
from job_rows
where is_sold
  and (:date_from is null or job_date >= :date_from)
  and (:date_to is null or job_date < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
