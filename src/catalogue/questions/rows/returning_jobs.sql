-- Rows of questions about jobs of customers who came back: what is asked for, with what makes a customer one of them.
-- frame: jobs
select
  *,
  count(*) filter (where is_sold) over of_currency > 1 as repeats,
  count(*) filter (where is_sold and job_date is not null) over of_currency > 1 as repeats_dated,
  count(*) filter (where is_sold and job_date is not null) over (partition by customer_id) > 1 as repeats_dated_anywhere,
  count(*) filter (where is_sold and job_date <= :as_of) over of_currency > 1 as repeats_by_then
from job_rows
where customer_id is not null
  and (:date_from is null or job_date >= :date_from)
  and (:date_to is null or job_date < :date_to)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
window of_currency as (partition by customer_id, currency)
