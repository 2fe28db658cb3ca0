/*
id: customer_acquisition_timeline
question: How many customers do we win per month?
theme: customers
grain: one row per month
definition: >-
  A customer is won in the month of their first booked or closed job.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  only: [has_customer]
  keys: {year: null, month: null, acquisition_month: month, acquisition_year: first_of_year}
  measures: {cumulative_customers_year: all, cumulative_customers_total: all}
chart: {type: line, x: acquisition_month, y: [new_customers]}
parameters: [branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: acquisition_year, type: date, meaning: "First day of the year"}
  - {name: acquisition_month, type: date, meaning: "First day of the month"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month, type: integer, meaning: "1 to 12"}
  - {name: new_customers, type: integer, unit: customers, meaning: "Whose first booked or closed job was in the month"}
  - {name: cumulative_customers_year, type: integer, unit: customers, meaning: "Since January"}
  - {name: cumulative_customers_total, type: integer, unit: customers, meaning: "Since the beginning"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
  - A month without a new customer is a row of zero.
*/
with jobs as (
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

firsts as (
  select customer_id, min(job_date) as first_day
  from jobs
  group by 1
),

monthly as (
  select date_trunc('month', first_day::timestamp)::date as month, count(*) as new_customers
  from firsts
  group by 1
),

calendar as (
  select steps.month::date as month
  from (select min(month) as first_month, max(month) as last_month from monthly) as span
  cross join generate_series(span.first_month::timestamp, span.last_month::timestamp, interval '1 month') as steps (month)
)

select
  date_trunc('year', calendar.month::timestamp)::date as acquisition_year,
  calendar.month as acquisition_month,
  extract(year from calendar.month)::integer as year,
  extract(month from calendar.month)::integer as month,
  coalesce(monthly.new_customers, 0) as new_customers,
  sum(coalesce(monthly.new_customers, 0)) over (partition by extract(year from calendar.month) order by calendar.month)::bigint as cumulative_customers_year,
  sum(coalesce(monthly.new_customers, 0)) over (order by calendar.month)::bigint as cumulative_customers_total
from calendar
left join monthly on monthly.month = calendar.month
order by calendar.month
