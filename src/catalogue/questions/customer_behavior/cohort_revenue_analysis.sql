/*
id: cohort_revenue_analysis
question: How much does each monthly cohort of customers bring over time?
theme: customer_behavior
grain: one row per acquisition month, age in months and currency
definition: >-
  Customers by the month of their first lead; booked and closed jobs by the whole months since
  then.
dateBasis: first lead day of the customer (without one the first service day); service day for jobs
receipt: revenue_jobs
rows:
  keys: {acquisition_month: acquisition_month_number}
  only: [has_customer]
chart: {type: line, x: months_since_acquisition, y: [total_revenue], series: acquisition_month}
parameters: [branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: acquisition_year, type: integer, meaning: "Calendar year of the first lead"}
  - {name: acquisition_month, type: integer, meaning: "1 to 12"}
  - {name: months_since_acquisition, type: integer, unit: months, meaning: "Whole calendar months since then, also beyond a year"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: active_customers, type: integer, unit: customers, meaning: "With a booked or closed job at that age"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_revenue_per_customer, type: money, meaning: "Mean of these customers"}
  - {name: median_revenue_per_customer, type: money, meaning: "Median of these customers"}
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

-- date_part counts in floating point, which is exact here; extract does it in decimals, four times as slow.
aged as (
  select
    date_trunc('month', first_days.first_day::timestamp)::date as acquisition_month,
    greatest(
      (date_part('year', jobs.job_date) - date_part('year', first_days.first_day)) * 12
        + date_part('month', jobs.job_date) - date_part('month', first_days.first_day),
      0
    )::integer as age,
    jobs.currency,
    jobs.customer_id,
    sum(jobs.revenue) as revenue
  from jobs
  join first_days on first_days.customer_id = jobs.customer_id
  group by 1, 2, 3, 4
)

select
  extract(year from acquisition_month)::integer as acquisition_year,
  extract(month from acquisition_month)::integer as acquisition_month,
  age as months_since_acquisition,
  currency,
  count(*) as active_customers,
  coalesce(sum(revenue), 0) as total_revenue,
  round(avg(revenue), 2) as avg_revenue_per_customer,
  round(percentile_cont(0.5) within group (order by revenue)::numeric, 2) as median_revenue_per_customer
from aged
group by aged.acquisition_month, age, currency
order by 1, 2, 3, 4
