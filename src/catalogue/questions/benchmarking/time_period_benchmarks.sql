/*
id: time_period_benchmarks
question: How do the last twelve months compare with all before?
theme: benchmarking
grain: one row per month and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. The twelve whole months before the day that
  counts as today, each against the mean of all months before those.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows: {only: [is_whole_month]}
chart: {type: bar, x: period, y: [revenue_vs_historical_percent], series: currency}
parameters: [as_of, branch, sales_person, lead_source, status, currency]
columns:
  - {name: period, type: text, meaning: "YYYY-MM"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
  - {name: closing_rate_percent, type: percent, meaning: "closed / (booked + closed)"}
  - {name: loss_rate_percent, type: percent, meaning: "lost / all jobs"}
  - {name: historical_avg_jobs, type: number, unit: jobs, meaning: "Mean of the months before"}
  - {name: historical_avg_revenue, type: money, meaning: "Mean of the months before"}
  - {name: historical_avg_job_value, type: money, meaning: "Mean of the months before"}
  - {name: historical_avg_booking_rate, type: percent, meaning: "Mean of the months before"}
  - {name: historical_avg_closing_rate, type: percent, meaning: "Mean of the months before"}
  - {name: jobs_vs_historical_percent, type: number, unit: "%", meaning: "Jobs against that mean"}
  - {name: revenue_vs_historical_percent, type: number, unit: "%", meaning: "Revenue against that mean"}
  - {name: job_value_vs_historical_percent, type: number, unit: "%", meaning: "Mean value against that mean"}
  - {name: booking_rate_vs_historical, type: number, unit: points, meaning: "Booking rate less that mean"}
  - {name: closing_rate_vs_historical, type: number, unit: points, meaning: "Closing rate less that mean"}
  - {name: trend_category, type: text, meaning: "above_trend or below_trend by more than 10 % of revenue, else on_trend"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

monthly as (
  select
    date_trunc('month', job_date::timestamp)::date as month,
    currency,
    count(*) as total_jobs, count(distinct customer_id) as unique_customers, coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value, count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs, count(*) filter (where status = 'LOST') as lost_jobs
  from jobs
  group by 1, 2
),

-- Every month from the first of a currency to the last whole one, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, date_trunc('month', :as_of::timestamp) - interval '1 month', interval '1 month') as steps (month)
),

rated as (
  select
    calendar.month, calendar.currency, coalesce(total_jobs, 0) as total_jobs, coalesce(unique_customers, 0) as unique_customers,
    coalesce(total_revenue, 0) as total_revenue, avg_job_value, coalesce(booked_jobs, 0) as booked_jobs,
    coalesce(closed_jobs, 0) as closed_jobs, coalesce(lost_jobs, 0) as lost_jobs,
    round(100.0 * (booked_jobs + closed_jobs) / nullif(total_jobs, 0), 2) as booking_rate, round(100.0 * closed_jobs / nullif((booked_jobs + closed_jobs), 0), 2) as closing_rate,
    round(100.0 * lost_jobs / nullif(total_jobs, 0), 2) as loss_rate,
    (date_trunc('month', :as_of::timestamp) - interval '12 months')::date as first_month
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
  where calendar.month < date_trunc('month', :as_of::timestamp)::date
),

past as (
  select
    currency, avg(total_jobs) as mean_jobs, avg(total_revenue) as mean_revenue, avg(avg_job_value) as mean_value,
    avg(booking_rate) as mean_booking, avg(closing_rate) as mean_closing
  from rated
  where month < first_month
  group by 1
)

select
  to_char(month, 'YYYY-MM') as period, extract(year from month)::integer as year, month, rated.currency, total_jobs, unique_customers, total_revenue, avg_job_value,
  booked_jobs, closed_jobs, lost_jobs, booking_rate as booking_rate_percent, closing_rate as closing_rate_percent, loss_rate as loss_rate_percent,
  round(mean_jobs, 2) as historical_avg_jobs, round(mean_revenue, 2) as historical_avg_revenue, round(mean_value, 2) as historical_avg_job_value,
  round(mean_booking, 2) as historical_avg_booking_rate, round(mean_closing, 2) as historical_avg_closing_rate,
  round(100.0 * (total_jobs - mean_jobs) / nullif(mean_jobs, 0), 2) as jobs_vs_historical_percent,
  round(100.0 * (total_revenue - mean_revenue) / nullif(mean_revenue, 0), 2) as revenue_vs_historical_percent,
  round(100.0 * (avg_job_value - mean_value) / nullif(mean_value, 0), 2) as job_value_vs_historical_percent,
  round(booking_rate - mean_booking, 2) as booking_rate_vs_historical, round(closing_rate - mean_closing, 2) as closing_rate_vs_historical,
  case when total_revenue > 1.1 * mean_revenue then 'above_trend' when total_revenue < 0.9 * mean_revenue then 'below_trend' when mean_revenue is not null then 'on_trend' end as trend_category
from rated
left join past on past.currency = rated.currency
where month >= first_month
order by rated.currency, month
