/*
id: repeat_revenue
question: How much do customers who came back bring?
theme: customers
grain: one row per month and currency
definition: >-
  Booked and closed jobs: the first that a customer ever had is new, every later one repeat, also when
  only some branch, seller or source is asked for; jobs without a customer stand apart.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
chart: {type: line, x: month, y: [new_revenue, repeat_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: new_jobs, type: integer, unit: jobs, meaning: "First jobs of a customer"}
  - {name: repeat_jobs, type: integer, unit: jobs, meaning: "Later jobs"}
  - {name: new_revenue, type: money, meaning: "Of first jobs"}
  - {name: repeat_revenue, type: money, meaning: "Of later jobs"}
  - {name: unknown_revenue, type: money, meaning: "Of jobs without a customer"}
  - {name: repeat_percent, type: percent, meaning: "repeat_revenue / all revenue"}
caveats:
  - The three revenues add up to the revenue of the month.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

firsts as (
  select distinct on (customer_id) customer_id, id as first_job
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
  order by customer_id, job_date, id
),

monthly as (
  select
    date_trunc('month', jobs.job_date::timestamp)::date as month,
    jobs.currency,
    count(*) filter (where jobs.id = firsts.first_job) as new_jobs,
    count(*) filter (where jobs.id <> firsts.first_job) as repeat_jobs,
    coalesce(sum(jobs.revenue) filter (where jobs.id = firsts.first_job), 0) as new_revenue,
    coalesce(sum(jobs.revenue) filter (where jobs.id <> firsts.first_job), 0) as repeat_revenue,
    coalesce(sum(jobs.revenue) filter (where jobs.customer_id is null), 0) as unknown_revenue,
    round(100.0 * sum(jobs.revenue) filter (where jobs.id <> firsts.first_job) / nullif(sum(jobs.revenue), 0), 2) as repeat_percent
  from jobs
  left join firsts on firsts.customer_id = jobs.customer_id
  where (:date_from is null or jobs.job_date >= :date_from)
    and (:date_to is null or jobs.job_date < :date_to)
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from monthly group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
)

select
  calendar.month,
  calendar.currency,
  coalesce(monthly.new_jobs, 0) as new_jobs,
  coalesce(monthly.repeat_jobs, 0) as repeat_jobs,
  coalesce(monthly.new_revenue, 0) as new_revenue,
  coalesce(monthly.repeat_revenue, 0) as repeat_revenue,
  coalesce(monthly.unknown_revenue, 0) as unknown_revenue,
  monthly.repeat_percent
from calendar
left join monthly on monthly.month = calendar.month and monthly.currency = calendar.currency
order by calendar.month, calendar.currency
