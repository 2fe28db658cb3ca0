-- demand_forecasting as the reference system has it, with its defects: a transcription for comparing speed.
with monthly as (
  select date_trunc('month', job_date) as month, origin_city, origin_state, job_type, branch_name, count(*) as actual_demand, sum(coalesce(total_actual_cost, total_estimated_cost, 0)) as demand_revenue
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null
  group by 1, origin_city, origin_state, job_type, branch_name
),
averaged as (
  select *, avg(actual_demand) over (partition by origin_city, origin_state, job_type, branch_name order by month rows between 2 preceding and current row) as three_month_moving_avg, avg(actual_demand) over (partition by origin_city, origin_state, job_type, branch_name order by month rows between 5 preceding and current row) as six_month_moving_avg, avg(actual_demand) over (partition by origin_city, origin_state, job_type, branch_name order by month rows between 11 preceding and current row) as twelve_month_moving_avg, avg(actual_demand) over (partition by origin_city, origin_state, job_type, branch_name, extract(month from month)) as seasonal_average, lag(actual_demand, 12) over (partition by origin_city, origin_state, job_type, branch_name order by month) as same_month_previous_year
  from monthly
)
select *, extract(year from month) as year, extract(month from month) as month_number, round(100.0 * (actual_demand - same_month_previous_year) / nullif(same_month_previous_year, 0), 2) as yoy_change_percent, coalesce(seasonal_average, twelve_month_moving_avg) as forecasted, coalesce(seasonal_average, twelve_month_moving_avg) * 0.85 as forecast_lower_bound, coalesce(seasonal_average, twelve_month_moving_avg) * 1.15 as forecast_upper_bound, case when month >= date_trunc('month', current_date) then 'forecast' else 'actual' end as data_type
from averaged
order by month desc, actual_demand desc
