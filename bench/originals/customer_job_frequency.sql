-- customer_job_frequency as the reference system has it, with its defects: a transcription for comparing speed.
with gaps as (
  select customer_id, job_date - lag(job_date) over (partition by customer_id order by job_date) as days_between
  from journey.jobs
  where is_duplicate = false and customer_id is not null and job_date is not null
)
select g.customer_id, c.name as customer_name, count(*) as intervals_count, round(avg(days_between), 2) as avg_days_between_jobs, min(days_between) as min_days_between_jobs, max(days_between) as max_days_between_jobs,
  percentile_cont(0.5) within group (order by days_between) as median_days_between_jobs, round(avg(days_between) / 30.44, 2) as avg_months_between_jobs
from gaps as g
join journey.customers as c on c.id = g.customer_id
where days_between is not null
group by g.customer_id, c.name
order by intervals_count desc
