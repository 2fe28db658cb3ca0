/*
keys:
  - [month_of_work]
*/
-- Rows of sales_person_ramp: booked and closed jobs of the first months of each sales person. When somebody
-- began does not depend on what is asked for.
-- frame: jobs
with ever as (
  select *, min(job_date) over (partition by sales_person_id) as began_on
  from job_rows
  where is_sold
    and job_date is not null
    and sales_person_id is not null
)

select
  *,
  ((extract(year from job_date) - extract(year from began_on)) * 12 + extract(month from job_date) - extract(month from began_on))::integer as month_of_work
from ever
where job_date < date_trunc('month', began_on::timestamp) + make_interval(months => :months)
  and (:branch is null or branch_id = :branch)
  and (:sales_person is null or sales_person_id = :sales_person)
  and (:lead_source is null or lead_source_id = :lead_source)
  and (:status is null or status = :status)
  and (:currency is null or currency = :currency)
