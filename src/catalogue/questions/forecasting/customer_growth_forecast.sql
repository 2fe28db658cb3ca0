/*
id: customer_growth_forecast
question: How many new customers come each month, and how many may we expect?
theme: forecasting
grain: one row per month and currency
definition: >-
  A customer is new in the month of their first booked or closed job of the currency, and repeat
  in every later month with one. Forecast by seasonal exponential smoothing (less than two years:
  without season) of the whole months before the day that counts as today; the band should hold
  four of five months. backtest_percent says by how much the method missed the last twelve months,
  foretold from those before; empty with less than three years.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {only: [is_whole_month], measures: {actual_new_customers: distinct customer_id where is_first_month, three_month_ma_new_customers: all, six_month_ma_new_customers: all, twelve_month_ma_new_customers: all, three_month_ma_repeat_customers: all, same_month_previous_year_new: all, same_month_previous_year_repeat: all, mom_growth_percent: all, yoy_growth_new_customers_percent: all, yoy_growth_repeat_customers_percent: all, forecasted_new_customers: all, forecast_new_customers_lower: all, forecast_new_customers_upper: all}}
chart: {type: line, x: month, y: [actual_new_customers, forecasted_new_customers], series: currency}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: horizon, type: integer, default: 6, least: 1, most: 36, meaning: "So many months ahead"}
columns: [
  {name: month, type: date, meaning: "First day of the month"}, {name: year, type: integer, meaning: "Calendar year"},
  {name: month_number, type: integer, meaning: "1 to 12"}, {name: currency, type: text, meaning: "Currency of the branch, else of the business"},
  {name: actual_new_customers, type: integer, unit: customers, meaning: "First booked or closed job in the month"},
  {name: actual_repeat_customers, type: integer, unit: customers, meaning: "Had one in an earlier month"},
  {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"},
  {name: three_month_ma_new_customers, type: number, unit: customers, meaning: "Mean of this month and the two before"},
  {name: six_month_ma_new_customers, type: number, unit: customers, meaning: "Mean of this month and the five before"},
  {name: twelve_month_ma_new_customers, type: number, unit: customers, meaning: "Mean of this month and the eleven before"},
  {name: three_month_ma_repeat_customers, type: number, unit: customers, meaning: "The same of repeat customers"},
  {name: same_month_previous_year_new, type: integer, unit: customers, meaning: "Twelve months before"},
  {name: same_month_previous_year_repeat, type: integer, unit: customers, meaning: "Twelve months before"},
  {name: mom_growth_percent, type: number, unit: "%", meaning: "New customers against the month before"},
  {name: yoy_growth_new_customers_percent, type: number, unit: "%", meaning: "Against twelve months before"},
  {name: yoy_growth_repeat_customers_percent, type: number, unit: "%", meaning: "Against twelve months before"},
  {name: forecasted_new_customers, type: number, unit: customers, meaning: "Forecast; months ahead only"},
  {name: forecasted_repeat_customers, type: number, unit: customers, meaning: "The same of repeat customers"},
  {name: forecast_new_customers_lower, type: number, unit: customers, meaning: "Lower end of the band"},
  {name: forecast_new_customers_upper, type: number, unit: customers, meaning: "Upper end of the band"},
  {name: backtest_percent, type: number, unit: "%", meaning: "What the method missed the last twelve months by"},
  {name: data_type, type: text, meaning: "actual or forecast"},
]
*/
with jobs as (select *
  from catalogue.job_facts where business_id = :business_id
    and is_sold and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

firsts as (
  select currency, customer_id, date_trunc('month', min(job_date)::timestamp)::date as first_month
  from jobs where customer_id is not null group by 1, 2
),

monthly as (
  select date_trunc('month', jobs.job_date::timestamp)::date as month, jobs.currency, count(*) as job_count,
    count(distinct jobs.customer_id) filter (where firsts.first_month = date_trunc('month', jobs.job_date::timestamp)::date) as new_customers,
    count(distinct jobs.customer_id) filter (where firsts.first_month < date_trunc('month', jobs.job_date::timestamp)::date) as repeat_customers
  from jobs
  left join firsts on firsts.currency = jobs.currency and firsts.customer_id = jobs.customer_id group by 1, 2
),

calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, date_trunc('month', :as_of::timestamp) - interval '1 month', interval '1 month') as steps (month)
),

series as (
  select calendar.month, calendar.currency, coalesce(monthly.job_count, 0) as job_count, coalesce(monthly.new_customers, 0) as value,
    coalesce(monthly.repeat_customers, 0) as repeats
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
  where calendar.month < date_trunc('month', :as_of::timestamp)::date
),

history as (
  select currency, max(month) as last_month, array_agg(value order by month) as months, array_agg(repeats order by month) as repeat_months
  from series group by 1
),

forecasts as (
  select history.currency,
    (history.last_month + make_interval(months => ahead.ahead))::date as month,
    ahead.forecast, repeats.forecast as repeat_forecast, ahead.lower_bound, ahead.upper_bound, ahead.method, ahead.backtest_percent
  from history
  cross join lateral catalogue.seasonal_forecast(history.months, :horizon) as ahead
  join lateral catalogue.seasonal_forecast(history.repeat_months, :horizon) as repeats on repeats.ahead = ahead.ahead
),

averaged as (
  select
    *, round(avg(value) over (months rows 2 preceding), 2) as mean_3, round(avg(value) over (months rows 5 preceding), 2) as mean_6,
    round(avg(value) over (months rows 11 preceding), 2) as mean_12, round(avg(repeats) over (months rows 2 preceding), 2) as repeats_3,
    lag(value) over months as month_before, lag(value, 12) over months as year_before, lag(repeats, 12) over months as repeats_year
  from series
  window months as (partition by currency order by month)
)

select month, extract(year from month)::integer as year, extract(month from month)::integer as month_number, currency,
  value as actual_new_customers, repeats as actual_repeat_customers, job_count as total_jobs, mean_3 as three_month_ma_new_customers,
  mean_6 as six_month_ma_new_customers, mean_12 as twelve_month_ma_new_customers, repeats_3 as three_month_ma_repeat_customers,
  year_before as same_month_previous_year_new, repeats_year as same_month_previous_year_repeat,
  round(100.0 * (value - month_before) / nullif(month_before, 0), 2) as mom_growth_percent,
  round(100.0 * (value - year_before) / nullif(year_before, 0), 2) as yoy_growth_new_customers_percent,
  round(100.0 * (repeats - repeats_year) / nullif(repeats_year, 0), 2) as yoy_growth_repeat_customers_percent,
  null::numeric as forecasted_new_customers, null::numeric as forecasted_repeat_customers, null::numeric as forecast_new_customers_lower, null::numeric as forecast_new_customers_upper,
  null::numeric as backtest_percent, 'actual' as data_type
from averaged
union all
select
  month, extract(year from month)::integer, extract(month from month)::integer, currency, null, null, null, null, null, null, null, null, null, null, null, null,
  forecast, repeat_forecast, lower_bound, upper_bound, backtest_percent, 'forecast'
from forecasts
order by currency, month
