/*
id: anomaly_detection
question: Which months were out of the ordinary?
theme: forecasting
grain: one row per month and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. A month is an anomaly when it is more than
  2 standard deviations from the mean, or beyond 1.5 times the distance of the quartiles.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
chart: {type: line, x: month, y: [job_count], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: mean_jobs, type: number, unit: jobs, meaning: "Mean of all months"}
  - {name: stddev_jobs, type: number, unit: jobs, meaning: "Standard deviation of all months"}
  - {name: mean_revenue, type: money, meaning: "Mean of all months"}
  - {name: stddev_revenue, type: money, meaning: "Standard deviation of all months"}
  - {name: z_score_jobs, type: number, meaning: "Distance from the mean in standard deviations"}
  - {name: z_score_revenue, type: number, meaning: "The same of revenue"}
  - {name: iqr_jobs, type: number, unit: jobs, meaning: "Distance of the quartiles"}
  - {name: iqr_revenue, type: money, meaning: "Distance of the quartiles"}
  - {name: is_job_anomaly, type: boolean, meaning: "Whether jobs are out of the ordinary"}
  - {name: is_revenue_anomaly, type: boolean, meaning: "Whether revenue is"}
  - {name: anomaly_status, type: text, meaning: "anomaly or normal"}
  - {name: anomaly_type, type: text, meaning: "high or low job_volume, else high or low revenue"}
caveats:
  - Months without jobs between two others count as zero.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and job_date is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
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
    count(*) as job_count,
    coalesce(sum(revenue), 0) as revenue,
    count(distinct customer_id) as unique_customers,
    round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
),

series as (
  select
    calendar.month, calendar.currency, coalesce(monthly.job_count, 0) as job_count, coalesce(monthly.revenue, 0) as revenue,
    coalesce(monthly.unique_customers, 0) as unique_customers, monthly.avg_job_value
  from calendar
  left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
),

spread as (
  select
    currency, avg(job_count) as mean_jobs, stddev_samp(job_count) as stddev_jobs, avg(revenue) as mean_revenue, stddev_samp(revenue) as stddev_revenue,
    percentile_cont(array[0.25, 0.75]) within group (order by job_count) as quartiles_jobs,
    percentile_cont(array[0.25, 0.75]) within group (order by revenue) as quartiles_revenue
  from series
  group by 1
),

judged as (
  select
    series.*, mean_jobs, stddev_jobs, mean_revenue, stddev_revenue,
    (job_count - mean_jobs) / nullif(stddev_jobs, 0) as z_jobs, (revenue - mean_revenue) / nullif(stddev_revenue, 0) as z_revenue,
    (quartiles_jobs[2] - quartiles_jobs[1])::numeric as iqr_jobs, (quartiles_revenue[2] - quartiles_revenue[1])::numeric as iqr_revenue,
    job_count not between quartiles_jobs[1] - 1.5 * (quartiles_jobs[2] - quartiles_jobs[1]) and quartiles_jobs[2] + 1.5 * (quartiles_jobs[2] - quartiles_jobs[1]) as jobs_beyond,
    revenue not between quartiles_revenue[1] - 1.5 * (quartiles_revenue[2] - quartiles_revenue[1]) and quartiles_revenue[2] + 1.5 * (quartiles_revenue[2] - quartiles_revenue[1]) as revenue_beyond
  from series
  join spread on spread.currency = series.currency
),

named as (
  select *, coalesce(abs(z_jobs) > 2, false) or jobs_beyond as is_job_anomaly, coalesce(abs(z_revenue) > 2, false) or revenue_beyond as is_revenue_anomaly
  from judged
)

select
  month, currency, job_count, revenue, unique_customers, avg_job_value,
  round(mean_jobs, 2) as mean_jobs, round(stddev_jobs, 2) as stddev_jobs, round(mean_revenue, 2) as mean_revenue, round(stddev_revenue, 2) as stddev_revenue,
  round(z_jobs, 2) as z_score_jobs, round(z_revenue, 2) as z_score_revenue, round(iqr_jobs, 2) as iqr_jobs, round(iqr_revenue, 2) as iqr_revenue,
  is_job_anomaly, is_revenue_anomaly,
  case when is_job_anomaly or is_revenue_anomaly then 'anomaly' else 'normal' end as anomaly_status,
  case
    when is_job_anomaly and job_count > mean_jobs then 'high_job_volume' when is_job_anomaly then 'low_job_volume'
    when is_revenue_anomaly and revenue > mean_revenue then 'high_revenue' when is_revenue_anomaly then 'low_revenue'
  end as anomaly_type
from named
order by currency, month
