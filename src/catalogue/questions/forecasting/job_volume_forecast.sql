/*
id: job_volume_forecast
question: How many jobs of each kind may each branch expect?
theme: forecasting
grain: one row per month, kind of move and branch
definition: >-
  Booked and closed jobs per month of their service day. Forecast: the mean of the same month of
  earlier years, without one the mean of up to 36 months before; the band is 1.28 standard
  deviations of those months to either side, which holds about four of five.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {measures: {actual_job_count: count}, only: [is_whole_month]}
chart: {type: table}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - currency
  - {name: horizon, type: integer, default: 6, least: 1, most: 36, meaning: "So many months ahead"}
  - {name: groups, type: integer, default: 200, least: 1, most: 5000, meaning: "So many groups, those with most jobs"}
  - {name: limit, type: integer, default: 5000, least: 1, most: 1000000, meaning: "At most so many rows, the latest months first"}
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month_number, type: integer, meaning: "1 to 12"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: actual_job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs; empty for months ahead"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: three_month_moving_avg, type: number, unit: jobs, meaning: "Mean of this month and the two before"}
  - {name: six_month_moving_avg, type: number, unit: jobs, meaning: "Mean of this month and the five before"}
  - {name: twelve_month_moving_avg, type: number, unit: jobs, meaning: "Mean of this month and the eleven before"}
  - {name: seasonal_average, type: number, unit: jobs, meaning: "Mean of the same month of earlier years"}
  - {name: same_month_previous_year, type: integer, unit: jobs, meaning: "Twelve months before"}
  - {name: yoy_change_percent, type: number, unit: "%", meaning: "Against it"}
  - {name: forecasted_job_count, type: number, unit: jobs, meaning: "Seasonal average, else the mean of the months before; months ahead only"}
  - {name: forecast_lower_bound, type: number, unit: jobs, meaning: "Lower end of the band"}
  - {name: forecast_upper_bound, type: number, unit: jobs, meaning: "Upper end of the band"}
  - {name: backtest_miss, type: number, unit: jobs, meaning: "What the same rule would have missed the month by"}
  - {name: data_type, type: text, meaning: "actual or forecast"}
caveats:
  - Months without a job of the group count as zero in the means and have no row of their own.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select date_trunc('month', job_date::timestamp)::date as month, job_type, branch_name, count(*) as value, count(distinct customer_id) as customers, coalesce(sum(revenue), 0) as revenue
  from jobs
  where job_date < date_trunc('month', :as_of::timestamp)::date
  group by 1, 2, 3
),

-- The groups with most jobs; the others are too few to foretell one by one.
spans as (
  select job_type, branch_name, min(month) as first_month
  from monthly
  group by 1, 2
  order by sum(value) desc, 1, 2
  limit :groups
),

-- From the first month of a group to the last month ahead, so that means go by the calendar.
calendar as (
  select spans.job_type, spans.branch_name, steps.month::date as month
  from spans
  cross join generate_series(
    spans.first_month::timestamp, date_trunc('month', :as_of::timestamp) + make_interval(months => :horizon - 1), interval '1 month'
  ) as steps (month)
),

series as (
  select
    calendar.*, calendar.month >= date_trunc('month', :as_of::timestamp)::date as is_ahead,
    case when calendar.month < date_trunc('month', :as_of::timestamp)::date then coalesce(monthly.value, 0) end as value,
    monthly.customers, monthly.revenue
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.job_type = calendar.job_type and monthly.branch_name = calendar.branch_name
),

averaged as (
  select
    *, avg(value) over (months rows 2 preceding) as mean_3, avg(value) over (months rows 5 preceding) as mean_6,
    avg(value) over (months rows 11 preceding) as mean_12, lag(value, 12) over months as year_before,
    avg(value) over (same_month rows between unbounded preceding and 1 preceding) as seasonal,
    stddev_samp(value) over (months rows between 36 preceding and 1 preceding) as spread,
    avg(value) over (months rows between 36 preceding and 1 preceding) as mean_36
  from series
  window
    months as (partition by job_type, branch_name order by month),
    same_month as (partition by job_type, branch_name, extract(month from month) order by month)
)

select
  month, extract(year from month)::integer as year, extract(month from month)::integer as month_number, job_type, branch_name,
  value as actual_job_count, customers as unique_customers,
  case when not is_ahead then round(mean_3, 2) end as three_month_moving_avg, case when not is_ahead then round(mean_6, 2) end as six_month_moving_avg,
  case when not is_ahead then round(mean_12, 2) end as twelve_month_moving_avg, round(seasonal, 2) as seasonal_average, year_before as same_month_previous_year,
  round(100.0 * (value - year_before) / nullif(year_before, 0), 2) as yoy_change_percent,
  case when is_ahead then round(coalesce(seasonal, mean_36), 2) end as forecasted_job_count,
  case when is_ahead then round(greatest(0, coalesce(seasonal, mean_36) - 1.2816 * spread), 2) end as forecast_lower_bound,
  case when is_ahead then round(coalesce(seasonal, mean_36) + 1.2816 * spread, 2) end as forecast_upper_bound,
  round(abs(value - coalesce(seasonal, mean_36)), 2) as backtest_miss,
  case when is_ahead then 'forecast' else 'actual' end as data_type
from averaged
where value > 0 or is_ahead
order by month desc, actual_job_count desc nulls last, job_type, branch_name
limit :limit
