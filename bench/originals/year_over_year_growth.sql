-- year_over_year_growth as the reference system has it, with its defects: a transcription for comparing speed.
with years as (
  select extract(year from job_date) as year, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_jobs, count(*) filter (where opportunity_status = 'CLOSED') as closed_jobs, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as total_revenue, count(distinct customer_id) as unique_customers, count(distinct branch_name) as active_branches
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
)
select *, lag(job_count) over w as previous_year_jobs, lag(total_revenue) over w as previous_year_revenue, lag(unique_customers) over w as previous_year_customers,
  round(100.0 * (job_count - lag(job_count) over w) / nullif(lag(job_count) over w, 0), 2) as job_growth_percent, round(100.0 * (total_revenue - lag(total_revenue) over w) / nullif(lag(total_revenue) over w, 0), 2) as revenue_growth_percent, round(100.0 * (unique_customers - lag(unique_customers) over w) / nullif(lag(unique_customers) over w, 0), 2) as customer_growth_percent
from years
window w as (order by year)
order by year
