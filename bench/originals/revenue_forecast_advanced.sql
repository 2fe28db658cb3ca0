-- revenue_forecast_advanced as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select date_trunc('month', job_date) as month, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as actual_revenue, count(*) as job_count
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by 1
),
averaged as (
  select *, avg(actual_revenue) over (order by month rows between 2 preceding and current row) as three_month_moving_avg, avg(actual_revenue) over (order by month rows between 5 preceding and current row) as six_month_moving_avg, avg(actual_revenue) over (order by month rows between 11 preceding and current row) as twelve_month_moving_avg, 0.6 * actual_revenue + 0.4 * lag(actual_revenue) over (order by month) as exponential_smoothing_forecast, lag(actual_revenue, 12) over (order by month) as same_month_previous_year, avg(actual_revenue) over () as overall_mean
  from monthly
)
select month, actual_revenue, job_count, three_month_moving_avg, six_month_moving_avg, twelve_month_moving_avg, exponential_smoothing_forecast, same_month_previous_year, round(100.0 * (actual_revenue - same_month_previous_year) / nullif(same_month_previous_year, 0), 2) as yoy_change_percent, overall_mean + 1.05 * (actual_revenue - overall_mean) as linear_trend_forecast, twelve_month_moving_avg as recommended_forecast, twelve_month_moving_avg * 0.9 as forecast_lower_bound, twelve_month_moving_avg * 1.1 as forecast_upper_bound, case when month >= date_trunc('month', current_date) then 'forecast' else 'actual' end as data_type
from averaged
order by month desc
