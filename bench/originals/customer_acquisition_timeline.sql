-- customer_acquisition_timeline as the reference system has it, with its defects: a transcription for comparing speed.
with first_jobs as (
  select customer_id, min(job_date) as first_job_date
  from journey.jobs
  where is_duplicate = false and customer_id is not null and job_date is not null
  group by customer_id
),
monthly as (
  select extract(year from first_job_date) as acquisition_year, extract(month from first_job_date) as acquisition_month, count(*) as new_customers
  from first_jobs
  group by 1, 2
)
select acquisition_year, acquisition_month, acquisition_year as year, acquisition_month as month, new_customers,
  sum(new_customers) over (partition by acquisition_year order by acquisition_month) as cumulative_customers_year,
  sum(new_customers) over (order by acquisition_year, acquisition_month) as cumulative_customers_total
from monthly
order by 1, 2
