-- revenue_forecast_trends as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select date_trunc('month', job_date) as month, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as revenue
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by 1
)
select month, revenue, avg(revenue) over (order by month rows between 2 preceding and current row) as three_month_moving_avg, avg(revenue) over (order by month rows between 5 preceding and current row) as six_month_moving_avg, avg(revenue) over (order by month rows between 11 preceding and current row) as twelve_month_moving_avg, lag(revenue, 12) over (order by month) as same_month_previous_year,
  round(100.0 * (revenue - lag(revenue, 12) over (order by month)) / nullif(lag(revenue, 12) over (order by month), 0), 2) as yoy_change_percent, avg(revenue) over (order by month rows between 11 preceding and current row) as forecasted_revenue
from monthly
order by month desc
