-- rolling_window_jobs as the reference system has it, with its defects: a transcription for comparing speed.
with firsts as (
  select customer_id, min(job_date) as first_job, count(*) as total_jobs_overall
  from journey.jobs
  where is_duplicate = false and customer_id is not null and job_date is not null
  group by customer_id
),
windows as (
  select j.customer_id, f.total_jobs_overall, least(5, 1 + ((extract(year from age(j.job_date, f.first_job)) * 12 + extract(month from age(j.job_date, f.first_job))) / 6)::integer) as window_number
  from journey.jobs as j
  join firsts as f on f.customer_id = j.customer_id
  join journey.customers as c on c.id = j.customer_id
  where j.is_duplicate = false and j.job_date is not null
)
select customer_id, max(window_number) as total_job_count_windows, max(total_jobs_overall) as total_jobs_overall,
  count(*) filter (where window_number = 1) as window_1_jobs, count(*) filter (where window_number = 2) as window_2_jobs, count(*) filter (where window_number = 3) as window_3_jobs, count(*) filter (where window_number = 4) as window_4_jobs, count(*) filter (where window_number = 5) as window_5_jobs
from windows
group by customer_id
order by total_jobs_overall desc
