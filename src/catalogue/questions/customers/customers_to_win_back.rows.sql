-- Rows of customers_to_win_back: booked and closed jobs of customers who have none open and none of late.
-- frame: jobs
select *
from job_rows
where is_sold
  and job_date is not null
  and customer_id is not null
  and customer_id not in (
    select busy.customer_id
    from job_rows as busy
    where busy.customer_id is not null
      and (busy.is_quoted or (busy.is_sold and busy.job_date > :as_of - make_interval(months => :months)))
  )
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
