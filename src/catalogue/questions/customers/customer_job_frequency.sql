/*
id: customer_job_frequency
question: How often do customers come back?
theme: customers
grain: one row per customer
definition: >-
  Days between the service days of successive booked and closed jobs of a customer. Only customers
  with two or more of them.
dateBasis: service day (jobs.job_date)
receipt: returning_jobs
rows: {only: [is_sold, is_dated, repeats_dated_anywhere]}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 1000, least: 1, most: 1000000, meaning: "At most so many customers"}
columns:
  - {name: customer_id, type: uuid, meaning: "Id, which stays for ever"}
  - {name: customer_name, type: text, meaning: "Name of the customer"}
  - {name: intervals_count, type: integer, unit: gaps, meaning: "Gaps between successive jobs"}
  - {name: avg_days_between_jobs, type: number, unit: days, meaning: "Mean gap"}
  - {name: min_days_between_jobs, type: integer, unit: days, meaning: "Shortest gap"}
  - {name: max_days_between_jobs, type: integer, unit: days, meaning: "Longest gap"}
  - {name: median_days_between_jobs, type: number, unit: days, meaning: "Median gap"}
  - {name: avg_months_between_jobs, type: number, unit: months, meaning: "Mean gap in months of 30.44 days"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

gaps as (
  select customer_id, job_date - lag(job_date) over (partition by customer_id order by job_date, id) as days
  from jobs
),

summed as (
  select
    customer_id,
    count(days) as intervals_count,
    avg(days) as mean_days,
    min(days) as min_days,
    max(days) as max_days,
    percentile_cont(0.5) within group (order by days)::numeric as median_days
  from gaps
  group by 1
  having count(days) > 0
),

-- Only who is listed is looked up by name: whoever has less than the last of them is not. Ties stay.
best as materialized (
  select *
  from summed
  where intervals_count >= coalesce((select intervals_count from summed where :limit is not null order by intervals_count desc offset :limit - 1 limit 1), 0)
)

select
  summed.customer_id,
  customers.name as customer_name,
  intervals_count,
  round(mean_days, 2) as avg_days_between_jobs,
  min_days as min_days_between_jobs,
  max_days as max_days_between_jobs,
  round(median_days, 2) as median_days_between_jobs,
  round(mean_days / 30.44, 2) as avg_months_between_jobs
from best as summed
cross join lateral (select name from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by intervals_count desc, mean_days, summed.customer_id
limit :limit
