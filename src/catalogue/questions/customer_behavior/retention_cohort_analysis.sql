/*
id: retention_cohort_analysis
question: How many customers of each quarter come back later?
theme: customer_behavior
grain: one row per acquisition quarter and age in quarters
definition: >-
  Customers by the quarter of their first lead, of those who ever had a booked or closed job;
  active are those with one at that age.
dateBasis: first lead day of the customer (without one the first service day); service day for jobs
receipt: revenue_jobs
rows:
  only: [has_customer]
chart: {type: table}
parameters: [branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: acquisition_quarter, type: date, meaning: "First day of the quarter of the first lead"}
  - {name: quarters_since_acquisition, type: integer, unit: quarters, meaning: "Whole calendar quarters since then, from 0 and beyond a year"}
  - {name: active_customers, type: integer, unit: customers, meaning: "With a booked or closed job at that age"}
  - {name: cohort_size, type: integer, unit: customers, meaning: "All customers of the quarter"}
  - {name: retention_rate, type: percent, meaning: "active_customers / cohort_size"}
caveats:
  - The documents used only the month or quarter part of an age, so that ages beyond a year began anew; here they go on counting.
  - A job before the first lead counts at age 0.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

first_days as (
  select customers.id as customer_id, coalesce(customers.first_lead_date, min(jobs.job_date)) as first_day
  from jobs
  join customers.customers as customers on customers.business_id = :business_id and customers.id = jobs.customer_id
  group by customers.id, customers.first_lead_date
),

cohorts as (
  select date_trunc('quarter', first_day::timestamp)::date as acquisition_quarter, count(*) as cohort_size
  from first_days
  group by 1
),

active as (
  select
    date_trunc('quarter', first_days.first_day::timestamp)::date as acquisition_quarter,
    greatest(0, (date_part('year', jobs.job_date) - date_part('year', first_days.first_day)) * 4
      + date_part('quarter', jobs.job_date) - date_part('quarter', first_days.first_day))::integer as quarters,
    count(distinct jobs.customer_id) as active_customers
  from jobs
  join first_days on first_days.customer_id = jobs.customer_id
  group by 1, 2
)

select
  active.acquisition_quarter,
  active.quarters as quarters_since_acquisition,
  active.active_customers,
  cohorts.cohort_size,
  round(100.0 * active.active_customers / cohorts.cohort_size, 2) as retention_rate
from active
join cohorts on cohorts.acquisition_quarter = active.acquisition_quarter
order by 1, 2
