/*
id: repeat_customers
question: Who came back?
theme: customers
grain: one row per customer and currency
definition: >-
  Customers with two or more booked or closed jobs.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: returning_jobs
rows: {only: [is_sold, repeats]}
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
  - {name: email, type: text, meaning: "E-mail of the customer"}
  - {name: phone, type: text, meaning: "Phone of the customer"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: customer_lifetime_days, type: integer, unit: days, meaning: "From the first to the last service day"}
  - {name: customer_lifetime_years, type: number, unit: years, meaning: "The same in years of 365.25 days"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: branches_used, type: integer, unit: branches, meaning: "Different branches"}
  - {name: job_types_used, type: integer, unit: types, meaning: "Different kinds of move"}
  - {name: years_active, type: integer, unit: years, meaning: "Different calendar years with a job"}
  - {name: customer_segment, type: text, meaning: "By jobs: 2, 3-5, 6-10 or 10+"}
caveats:
  - A customer with jobs in two currencies has a row for each; amounts of different currencies are never added.
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
*/
with jobs as (
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

summed as (
  select
    customer_id, currency,
    count(*) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date,
    count(distinct branch_id) as branches_used,
    count(distinct job_type) as job_types_used,
    count(distinct extract(year from job_date)) as years_active
  from jobs
  group by 1, 2
  having count(*) > 1
),

-- Only who is listed is looked up by name: whoever has less than the last of them is not. Ties stay.
best as materialized (
  select *
  from summed
  where total_jobs >= coalesce((select total_jobs from summed where :limit is not null order by total_jobs desc offset :limit - 1 limit 1), 0)
)

select
  summed.customer_id,
  customers.name as customer_name,
  customers.email,
  customers.phone,
  summed.currency,
  total_jobs,
  first_job_date,
  last_job_date,
  last_job_date - first_job_date as customer_lifetime_days,
  round((last_job_date - first_job_date) / 365.25, 2) as customer_lifetime_years,
  total_revenue,
  avg_job_value,
  branches_used,
  job_types_used,
  years_active,
  case when total_jobs > 10 then '10+' when total_jobs >= 6 then '6-10' when total_jobs >= 3 then '3-5' else '2' end as customer_segment
from best as summed
cross join lateral (select name, email, phone from customers.customers where business_id = :business_id and id = summed.customer_id limit 1) as customers
order by total_jobs desc, total_revenue desc, customer_name, summed.customer_id
limit :limit
