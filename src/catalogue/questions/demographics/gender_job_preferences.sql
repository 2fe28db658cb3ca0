/*
id: gender_job_preferences
question: Which moves do people of each gender ask for?
theme: demographics
grain: one row per gender, kind of move, branch and currency
definition: >-
  Jobs of every status of customers, by gender. Duplicates do not count.
dateBasis: none (all customers); service day for jobs, when days are asked for
receipt: jobs
rows:
  only: [has_customer]
  measures: {percentage_of_gender_jobs: share total_jobs within gender}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, limit]
columns:
  - {name: gender, type: text, meaning: "MALE, FEMALE or UNCERTAIN; empty when not known"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: percentage_of_gender_jobs, type: percent, meaning: "Share of the jobs of the gender"}
  - {name: jobs_per_customer, type: number, unit: jobs, meaning: "Jobs / customers"}
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

summed as (
  select
    gender,
    job_type,
    branch_name,
    currency,
    count(*) as job_count,
    count(distinct customer_id) as customer_count,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2, 3, 4
)

select
  gender,
  job_type,
  branch_name,
  currency,
  job_count,
  customer_count,
  total_revenue,
  avg_job_value,
  round(100.0 * job_count / sum(job_count) over (partition by gender), 2) as percentage_of_gender_jobs,
  round(job_count::numeric / nullif(customer_count, 0), 2) as jobs_per_customer
from summed
order by gender nulls last, job_count desc, job_type, branch_name, currency
limit :limit
