-- trend_analysis as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select date_trunc('month', job_date) as month, count(*) as job_count, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue, count(distinct customer_id) as unique_customers
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by 1
),
lagged as (
  select *, lag(job_count) over w as previous_month_jobs, lag(revenue) over w as previous_month_revenue, lag(job_count, 12) over w as same_month_previous_year_jobs, lag(revenue, 12) over w as same_month_previous_year_revenue, avg(job_count) over (order by month rows between 2 preceding and current row) as three_month_ma_jobs, avg(revenue) over (order by month rows between 2 preceding and current row) as three_month_ma_revenue, avg(job_count) over (order by month rows between 5 preceding and current row) as six_month_ma_jobs, avg(revenue) over (order by month rows between 5 preceding and current row) as six_month_ma_revenue
  from monthly
  window w as (order by month)
)
select *, extract(year from month) as year, extract(month from month) as month_number, extract(quarter from month) as quarter, round(100.0 * (job_count - previous_month_jobs) / nullif(previous_month_jobs, 0), 2) as mom_job_change_percent, round(100.0 * (revenue - previous_month_revenue) / nullif(previous_month_revenue, 0), 2) as mom_revenue_change_percent, round(100.0 * (job_count - same_month_previous_year_jobs) / nullif(same_month_previous_year_jobs, 0), 2) as yoy_job_change_percent, round(100.0 * (revenue - same_month_previous_year_revenue) / nullif(same_month_previous_year_revenue, 0), 2) as yoy_revenue_change_percent,
  case when job_count > previous_month_jobs then 'increasing' when job_count < previous_month_jobs then 'decreasing' else 'stable' end as job_trend_direction, case when revenue > previous_month_revenue then 'increasing' when revenue < previous_month_revenue then 'decreasing' else 'stable' end as revenue_trend_direction,
  case when revenue > same_month_previous_year_revenue * 1.10 then 'strong_growth' when revenue > same_month_previous_year_revenue * 1.05 then 'moderate_growth' when revenue > same_month_previous_year_revenue then 'slow_growth' when revenue > same_month_previous_year_revenue * 0.95 then 'declining' else 'sharp_decline' end as growth_category, case when extract(month from month) between 5 and 8 then 'peak' when extract(month from month) in (12, 1, 2) then 'low' else 'normal' end as seasonal_category
from lagged
order by month desc
