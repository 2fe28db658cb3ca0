/*
id: money_by_currency
question: How much did we earn in each currency?
theme: revenue
grain: one row per currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
chart: {type: bar, x: currency, y: [total_revenue]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
caveats:
  - "Currencies are never added or converted: no rates are known here."
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
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
    currency,
    count(*) as total_jobs,
    count(*) filter (where is_sold) as sold_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(distinct customer_id) as unique_customers,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date
  from jobs
  group by 1
)

select
  currency,
  total_jobs,
  sold_jobs,
  total_revenue,
  avg_job_value,
  unique_customers,
  first_job_date,
  last_job_date
from summed
order by total_revenue desc, currency
