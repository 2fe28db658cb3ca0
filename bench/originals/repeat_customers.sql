-- repeat_customers as the reference system has it, with its defects: a transcription for comparing speed.
with totals as (
  select c.id as customer_id, c.name as customer_name, c.email, c.phone, count(j.id) as total_jobs, min(j.job_date) as first_job_date, max(j.job_date) as last_job_date, max(j.job_date) - min(j.job_date) as customer_lifetime_days, round((max(j.job_date) - min(j.job_date)) / 365.25, 2) as customer_lifetime_years,
    sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, round(avg(coalesce(total_actual_cost, total_estimated_cost)), 2) as avg_job_value, count(distinct j.branch_name) as branches_used, count(distinct j.job_type) as job_types_used, count(distinct extract(year from j.job_date)) as years_active
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false
  group by c.id, c.name, c.email, c.phone
  having count(j.id) >= 2
)
select *, case when total_jobs = 2 then '2 jobs' when total_jobs <= 5 then '3-5 jobs' when total_jobs <= 10 then '6-10 jobs' else '10+ jobs' end as customer_segment
from totals
order by total_jobs desc
