-- customer_growth_forecast as the reference system has it, with its defects: a transcription for comparing speed.
with firsts as (
  select customer_id, min(date_trunc('month', job_date)) as first_month
  from journey.jobs
  where is_duplicate = false and opportunity_status in ('BOOKED', 'CLOSED') and job_date is not null and customer_id is not null
  group by customer_id
),
monthly as (
  select date_trunc('month', j.job_date) as month, count(distinct j.customer_id) filter (where f.first_month = date_trunc('month', j.job_date)) as new_customers, count(distinct j.customer_id) filter (where f.first_month < date_trunc('month', j.job_date)) as repeat_customers, count(*) as total_jobs
  from journey.jobs as j
  join firsts as f on f.customer_id = j.customer_id
  where j.is_duplicate = false and j.opportunity_status in ('BOOKED', 'CLOSED') and j.job_date is not null
  group by 1
),
averaged as (
  select *, avg(new_customers) over (order by month rows between 2 preceding and current row) as three_month_ma_new_customers, avg(new_customers) over (order by month rows between 5 preceding and current row) as six_month_ma_new_customers, avg(new_customers) over (order by month rows between 11 preceding and current row) as twelve_month_ma_new_customers, avg(repeat_customers) over (order by month rows between 2 preceding and current row) as three_month_ma_repeat_customers, lag(new_customers) over (order by month) as previous_new, lag(new_customers, 12) over (order by month) as same_month_previous_year_new, lag(repeat_customers, 12) over (order by month) as same_month_previous_year_repeat
  from monthly
)
select month, extract(year from month) as year, extract(month from month) as month_number, new_customers as actual_new_customers, repeat_customers as actual_repeat_customers, total_jobs, new_customers as first_time_customers, three_month_ma_new_customers, six_month_ma_new_customers, twelve_month_ma_new_customers, three_month_ma_repeat_customers, same_month_previous_year_new, same_month_previous_year_repeat,
  round(100.0 * (new_customers - previous_new) / nullif(previous_new, 0), 2) as mom_growth_percent, round(100.0 * (new_customers - same_month_previous_year_new) / nullif(same_month_previous_year_new, 0), 2) as yoy_growth_new_customers_percent, round(100.0 * (repeat_customers - same_month_previous_year_repeat) / nullif(same_month_previous_year_repeat, 0), 2) as yoy_growth_repeat_customers_percent,
  twelve_month_ma_new_customers as forecasted_new_customers, three_month_ma_repeat_customers as forecasted_repeat_customers, twelve_month_ma_new_customers * 0.9 as forecast_new_customers_lower, twelve_month_ma_new_customers * 1.1 as forecast_new_customers_upper, case when month >= date_trunc('month', current_date) then 'forecast' else 'actual' end as data_type
from averaged
order by month desc
