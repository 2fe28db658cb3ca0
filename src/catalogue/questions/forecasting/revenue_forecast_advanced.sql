/*
id: revenue_forecast_advanced
question: What revenue may we expect, by several methods?
theme: forecasting
grain: one row per month and currency
definition: >-
  Booked and closed jobs per month of their service day. Forecast by seasonal exponential
  smoothing (less than two years: without season) of the whole months before the day that counts
  as today; the band should hold four of five months. backtest_percent says by how much the method
  missed the last twelve months, foretold from those before; empty with less than three years.
  Beside it stand a straight line through all months (least squares) and simple smoothing with
  weight 0.4.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {measures: {actual_revenue: sum revenue}, only: [is_whole_month]}
chart: {type: line, x: month, y: [actual_revenue, recommended_forecast], series: currency}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: horizon, type: integer, default: 6, least: 1, most: 36, meaning: "So many months ahead"}
columns: [
  {name: month, type: date, meaning: "First day of the month"}, {name: currency, type: text, meaning: "Currency of the branch, else of the business"}, {name: actual_revenue, type: money, meaning: "Of booked and closed jobs; empty for months ahead"},
  {name: job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs"}, {name: three_month_moving_avg, type: money, meaning: "Mean of this month and the two before"},
  {name: six_month_moving_avg, type: money, meaning: "Mean of this month and the five before"}, {name: twelve_month_moving_avg, type: money, meaning: "Mean of this month and the eleven before"},
  {name: exponential_smoothing_forecast, type: money, meaning: "Simple smoothing, weight 0.4, foretold from the months before"}, {name: same_month_previous_year, type: money, meaning: "Twelve months before by the calendar"},
  {name: yoy_change_percent, type: number, unit: "%", meaning: "Against it"}, {name: linear_trend_forecast, type: money, meaning: "Straight line through all whole months"},
  {name: recommended_forecast, type: money, meaning: "Seasonal smoothing; months ahead only"}, {name: forecast_lower_bound, type: money, meaning: "Lower end of the band"}, {name: forecast_upper_bound, type: money, meaning: "Upper end of the band"},
  {name: method, type: text, meaning: "How the recommended one was foretold"}, {name: backtest_percent, type: number, unit: "%", meaning: "What it missed the last twelve months by"}, {name: data_type, type: text, meaning: "actual or forecast"},
]
caveats:
  - The documents call the mean plus 1.05 times the deviation a linear trend; here it is the line of least squares.
*/
with recursive jobs as (
  select *
  from catalogue.job_facts where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select date_trunc('month', job_date::timestamp)::date as month,
    currency, coalesce(sum(revenue), 0) as value, count(*) as job_count
  from jobs group by 1, 2
),

-- Every month from the first of a currency to the last whole one, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, date_trunc('month', :as_of::timestamp) - interval '1 month', interval '1 month') as steps (month)
),

series as (
  select calendar.month, calendar.currency, coalesce(monthly.value, 0) as value, coalesce(monthly.job_count, 0) as job_count
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
  where calendar.month < date_trunc('month', :as_of::timestamp)::date
),

history as (
  select currency, max(month) as last_month, array_agg(value order by month) as months
  from series group by 1
),

forecasts as (
  select history.currency,
    (history.last_month + make_interval(months => ahead.ahead))::date as month,
    ahead.forecast, ahead.lower_bound, ahead.upper_bound, ahead.method, ahead.backtest_percent
  from history
  cross join lateral catalogue.seasonal_forecast(history.months, :horizon) as ahead
),

numbered as (
  select month, currency, value, job_count,
    round(avg(value) over (months rows 2 preceding), 2) as mean_3, round(avg(value) over (months rows 5 preceding), 2) as mean_6,
    round(avg(value) over (months rows 11 preceding), 2) as mean_12,
    lag(value, 12) over months as year_before, row_number() over months as place
  from series
  window months as (partition by currency order by month)
),

-- Each month pulls the level by 0.4 of its distance; the level before it was its forecast.
smoothed as (
  select currency, place, value as level, null::numeric as foretold from numbered where place = 1
  union all
  select numbered.currency, numbered.place, 0.4 * numbered.value + 0.6 * smoothed.level, smoothed.level
  from smoothed
  join numbered on numbered.currency = smoothed.currency and numbered.place = smoothed.place + 1
),

lines as (
  select currency, max(place) as months, regr_slope(value, place)::numeric as slope, regr_intercept(value, place)::numeric as intercept
  from numbered group by 1
)

select numbered.month, numbered.currency, numbered.value as actual_revenue, numbered.job_count,
  numbered.mean_3 as three_month_moving_avg, numbered.mean_6 as six_month_moving_avg, numbered.mean_12 as twelve_month_moving_avg,
  round(smoothed.foretold, 2) as exponential_smoothing_forecast, numbered.year_before as same_month_previous_year,
  round(100.0 * (numbered.value - numbered.year_before) / nullif(numbered.year_before, 0), 2) as yoy_change_percent,
  round(lines.intercept + lines.slope * numbered.place, 2) as linear_trend_forecast, null::numeric as recommended_forecast,
  null::numeric as forecast_lower_bound, null::numeric as forecast_upper_bound, null::text as method, null::numeric as backtest_percent, 'actual' as data_type
from numbered
join smoothed on smoothed.currency = numbered.currency and smoothed.place = numbered.place
join lines on lines.currency = numbered.currency
union all
select forecasts.month, forecasts.currency, null, null, null, null, null, round(smoothed.level, 2), null, null,
  round(greatest(0, lines.intercept + lines.slope * (lines.months + row_number() over (partition by forecasts.currency order by forecasts.month))), 2),
  forecasts.forecast, forecasts.lower_bound, forecasts.upper_bound, forecasts.method, forecasts.backtest_percent, 'forecast'
from forecasts
join lines on lines.currency = forecasts.currency
join smoothed on smoothed.currency = forecasts.currency and smoothed.place = lines.months
order by currency, month
