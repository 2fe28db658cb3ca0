/*
id: top_origin_cities
question: Which cities do we move people from most?
theme: geographic
grain: one row per city, state and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Jobs without that city are not listed.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows: {only: [has_origin]}
chart: {type: bar, x: origin_city, y: [job_count]}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status
  - currency
  - {name: limit, type: integer, default: 50, least: 1, most: 100000, meaning: "At most so many rows"}
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: branches_serving, type: integer, unit: branches, meaning: "Different branches"}
caveats:
  - Cities are told apart without regard to capitals and spaces around them.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and origin_city is not null
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
    origin_city,
    origin_state,
    currency,
    count(*) as job_count,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(distinct customer_id) as unique_customers,
    count(distinct branch_id) as branches_serving
  from jobs
  group by 1, 2, 3
)

select
  origin_city,
  origin_state,
  currency,
  job_count,
  booked_jobs,
  closed_jobs,
  total_revenue,
  avg_job_value,
  unique_customers,
  branches_serving
from summed
order by job_count desc, origin_city, origin_state, currency
limit :limit
