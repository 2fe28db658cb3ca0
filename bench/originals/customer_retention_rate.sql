-- customer_retention_rate as the reference system has it, with its defects: a transcription for comparing speed.
with counts as (
  select c.id, count(j.id) as jobs
  from journey.customers as c
  join journey.jobs as j on j.customer_id = c.id
  where j.is_duplicate = false
  group by c.id
)
select count(*) filter (where jobs = 1) as one_time_customers, count(*) filter (where jobs > 1) as repeat_customers, count(*) as total_customers_with_jobs,
  round(100.0 * count(*) filter (where jobs > 1) / nullif(count(*), 0), 2) as retention_rate_percent, round(100.0 * count(*) filter (where jobs = 1) / nullif(count(*), 0), 2) as one_time_rate_percent
from counts
