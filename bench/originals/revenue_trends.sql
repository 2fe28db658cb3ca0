-- revenue_trends as the reference system has it, with its defects: a transcription for comparing speed.
select 'monthly' as period_type, period, job_count, revenue, booked_revenue, closed_revenue, lag(revenue) over (order by period) as previous_period_revenue, round(100.0 * (revenue - lag(revenue) over (order by period)) / nullif(lag(revenue) over (order by period), 0), 2) as period_over_period_change_percent
from (
  select date_trunc('month', job_date) as period, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
) as months
union all
select 'quarterly' as period_type, period, job_count, revenue, booked_revenue, closed_revenue, lag(revenue) over (order by period) as previous_period_revenue, round(100.0 * (revenue - lag(revenue) over (order by period)) / nullif(lag(revenue) over (order by period), 0), 2) as period_over_period_change_percent
from (
  select date_trunc('quarter', job_date) as period, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
) as quarters
union all
select 'yearly' as period_type, period, job_count, revenue, booked_revenue, closed_revenue, lag(revenue) over (order by period) as previous_period_revenue, round(100.0 * (revenue - lag(revenue) over (order by period)) / nullif(lag(revenue) over (order by period), 0), 2) as period_over_period_change_percent
from (
  select date_trunc('year', job_date) as period, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'BOOKED'), 0) as booked_revenue, coalesce(sum(coalesce(total_actual_cost, total_estimated_cost, 0)) filter (where opportunity_status = 'CLOSED'), 0) as closed_revenue
  from journey.jobs
  where is_duplicate = false and job_date is not null
  group by 1
) as years
order by 1, 2
