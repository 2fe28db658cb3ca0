/*
id: gender_revenue_analysis
question: What do customers of each gender bring?
theme: demographics
grain: one row per gender and currency
definition: >-
  Booked and closed jobs of customers, by gender. Duplicates do not count.
dateBasis: none (all customers); service day for jobs, when days are asked for
receipt: sold_jobs
rows:
  only: [has_customer]
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: gender, type: text, meaning: "MALE, FEMALE or UNCERTAIN; empty when not known"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: median_job_value, type: money, meaning: "Median of the same"}
  - {name: p25_job_value, type: money, meaning: "A quarter of the same is below"}
  - {name: p75_job_value, type: money, meaning: "A quarter of the same is above"}
  - {name: min_job_value, type: money, meaning: "Least of the same"}
  - {name: max_job_value, type: money, meaning: "Most of the same"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / jobs"}
caveats:
  - Gender is what the files say; nothing guesses it, so most customers may stand in the empty row.
*/
with counted as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

genders as (
  select id as customer_id, gender
  from customers.customers
  where business_id = :business_id
    and is_primary_record
),

jobs as (
  select counted.*, genders.gender
  from counted
  join genders on genders.customer_id = counted.customer_id
),

summed as (
  select
    gender,
    currency,
    count(distinct customer_id) as customer_count,
    count(*) as job_count,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    round(percentile_cont(0.5) within group (order by revenue)::numeric, 2) as median_job_value,
    round(percentile_cont(0.25) within group (order by revenue)::numeric, 2) as p25_job_value,
    round(percentile_cont(0.75) within group (order by revenue)::numeric, 2) as p75_job_value,
    min(revenue) as min_job_value,
    max(revenue) as max_job_value,
    coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue
  from jobs
  group by 1, 2
)

select
  gender,
  currency,
  customer_count,
  job_count,
  total_revenue,
  avg_job_value,
  median_job_value,
  p25_job_value,
  p75_job_value,
  min_job_value,
  max_job_value,
  booked_revenue,
  closed_revenue,
  round(total_revenue / nullif(customer_count, 0), 2) as revenue_per_customer,
  round(total_revenue / nullif(job_count, 0), 2) as revenue_per_job
from summed
order by currency, total_revenue desc, gender
