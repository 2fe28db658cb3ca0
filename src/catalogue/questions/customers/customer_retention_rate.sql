/*
id: customer_retention_rate
question: How many of our customers come back?
theme: customers
grain: one row
definition: >-
  Customers with booked or closed jobs: those with exactly one job against those with two or
  more. Jobs marked as duplicates and jobs without a customer do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_customer]
  measures: {total_customers_with_jobs: distinct customer_id}
chart: {type: tile, y: [retention_rate_percent]}
parameters: [date_from, date_to, branch]
columns:
  - {name: one_time_customers, type: integer, unit: customers, meaning: "Customers with one job"}
  - {name: repeat_customers, type: integer, unit: customers, meaning: "Customers with two jobs or more"}
  - {name: total_customers_with_jobs, type: integer, unit: customers, meaning: "Customers with at least one job"}
  - {name: retention_rate_percent, type: percent, meaning: "repeat_customers / total_customers_with_jobs"}
  - {name: one_time_rate_percent, type: percent, meaning: "one_time_customers / total_customers_with_jobs"}
  - {name: customers_with_several_quotes, type: integer, unit: customers, meaning: "Customers whose jobs stand under two quote numbers or more"}
  - {name: came_back_rate_percent, type: percent, meaning: "customers_with_several_quotes / total_customers_with_jobs"}
caveats:
  - Quoted, lost and cancelled jobs make nobody a customer with jobs.
  - One move is often several jobs under one quote number (packing, moving); came_back_rate_percent counts such a customer once.
*/
with jobs_by_customer as (
  select
    customer_id,
    count(*) as job_count,
    coalesce(min(quote_number) <> max(quote_number), false) as has_several_quotes
  from catalogue.job_facts
  where business_id = :business_id
    and customer_id is not null
    and is_sold
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
  group by 1
),

counted as (
  select
    count(*) filter (where job_count = 1) as one_time_customers,
    count(*) filter (where job_count > 1) as repeat_customers,
    count(*) as total_customers,
    count(*) filter (where has_several_quotes) as several_quotes
  from jobs_by_customer
)

select
  one_time_customers,
  repeat_customers,
  total_customers as total_customers_with_jobs,
  round(100.0 * repeat_customers / nullif(total_customers, 0), 2) as retention_rate_percent,
  round(100.0 * one_time_customers / nullif(total_customers, 0), 2) as one_time_rate_percent,
  several_quotes as customers_with_several_quotes,
  round(100.0 * several_quotes / nullif(total_customers, 0), 2) as came_back_rate_percent
from counted
