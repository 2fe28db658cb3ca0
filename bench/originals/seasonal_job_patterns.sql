-- seasonal_job_patterns as the reference system has it, with its defects: a transcription for comparing speed.
with months as (
  select extract(month from job_date) as month_number, to_char(job_date, 'Month') as month_name, count(*) as total_jobs, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1, 2
)
select *, round(100.0 * total_jobs / sum(total_jobs) over (), 2) as percentage_of_year, avg(total_jobs) over () as overall_monthly_avg, total_jobs - avg(total_jobs) over () as deviation_from_avg
from months
order by month_number
