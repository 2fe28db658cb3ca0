-- job_volume_trends as the reference system has it, with its defects: a transcription for comparing speed.
select 'monthly' as trend_type, period, extract(year from period) as year, extract(month from period) as month_number, job_count, booked_count, closed_count, revenue, lag(job_count) over (order by period) as previous_month_jobs,
  round(100.0 * (job_count - lag(job_count) over (order by period)) / nullif(lag(job_count) over (order by period), 0), 2) as month_over_month_change_percent, round(100.0 * (revenue - lag(revenue) over (order by period)) / nullif(lag(revenue) over (order by period), 0), 2) as revenue_mom_change_percent
from (
  select date_trunc('month', job_date) as period, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, count(*) filter (where opportunity_status = 'CLOSED') as closed_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
) as months
union all
select 'yearly' as trend_type, period, extract(year from period) as year, extract(month from period) as month_number, job_count, booked_count, closed_count, revenue, lag(job_count) over (order by period) as previous_month_jobs,
  round(100.0 * (job_count - lag(job_count) over (order by period)) / nullif(lag(job_count) over (order by period), 0), 2) as month_over_month_change_percent, round(100.0 * (revenue - lag(revenue) over (order by period)) / nullif(lag(revenue) over (order by period), 0), 2) as revenue_mom_change_percent
from (
  select date_trunc('year', job_date) as period, count(*) as job_count, count(*) filter (where opportunity_status = 'BOOKED') as booked_count, count(*) filter (where opportunity_status = 'CLOSED') as closed_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
) as years
order by 1, 2
