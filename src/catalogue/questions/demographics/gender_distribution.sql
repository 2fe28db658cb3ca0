/*
id: gender_distribution
question: How are customers, jobs and revenue spread over genders?
theme: demographics
grain: one row per gender and currency
definition: >-
  Customers by gender, also those without a job; jobs of every status of the customers. Duplicates
  do not count.
dateBasis: none (all customers); service day for jobs, when days are asked for
receipt: jobs
rows:
  only: [has_customer]
  measures: {active_jobs: count where is_sold, total_customers: null, jobs_per_customer: null}
chart: {type: bar, x: gender, y: [total_customers]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: gender, type: text, meaning: "MALE, FEMALE or UNCERTAIN; empty when not known"}
  - {name: currency, type: text, meaning: "Currency of the jobs; empty when there are none"}
  - {name: total_customers, type: integer, unit: customers, meaning: "All customers of the gender, whatever the currency"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: active_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: customer_percentage, type: percent, meaning: "Share of all customers"}
  - {name: jobs_per_customer, type: number, unit: jobs, meaning: "Jobs of the currency / customers"}
caveats:
  - Gender is what the files say; nothing guesses it, so most customers may stand in the empty row.
*/
with counted as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
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

people as (
  select gender, count(*) as total_customers from genders group by 1
),

summed as (
  select
    gender, currency, count(*) as total_jobs, count(*) filter (where is_sold) as active_jobs,
    coalesce(sum(revenue), 0) as total_revenue, round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2
)

select
  people.gender,
  summed.currency,
  people.total_customers,
  coalesce(summed.total_jobs, 0) as total_jobs,
  coalesce(summed.active_jobs, 0) as active_jobs,
  coalesce(summed.total_revenue, 0) as total_revenue,
  summed.avg_job_value,
  round(100.0 * people.total_customers / (select count(*) from genders), 2) as customer_percentage,
  round(coalesce(summed.total_jobs, 0)::numeric / people.total_customers, 2) as jobs_per_customer
from people
left join summed on summed.gender is not distinct from people.gender
order by people.total_customers desc, people.gender, summed.currency
