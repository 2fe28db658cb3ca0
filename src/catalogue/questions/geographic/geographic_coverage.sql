/*
id: geographic_coverage
question: Which states do we serve, as origin and as destination?
theme: geographic
grain: one row per state, direction and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Every job counts once as origin and once as
  destination.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  split: {on: coverage_type, by: {Origin Coverage: {state: origin_state}, Destination Coverage: {state: destination_state}}}
chart: {type: bar, x: state, y: [job_count], series: coverage_type}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: state, type: text, meaning: "State; empty when the job names none"}
  - {name: coverage_type, type: text, meaning: "Origin Coverage or Destination Coverage"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: cities_served, type: integer, unit: cities, meaning: "Different cities"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - "Do not add up the two directions: each job stands in both."
*/
with counted as not materialized (
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

jobs as (
  select 'Origin Coverage' as coverage_type, origin_state as state, origin_city as city, *
  from counted
  union all
  select 'Destination Coverage', destination_state, destination_city, *
  from counted
),

summed as (
  select
    state,
    coverage_type,
    currency,
    count(*) as job_count,
    count(distinct city) as cities_served,
    count(distinct customer_id) as unique_customers,
    coalesce(sum(revenue), 0) as total_revenue
  from jobs
  group by 1, 2, 3
)

select
  state,
  coverage_type,
  currency,
  job_count,
  cities_served,
  unique_customers,
  total_revenue
from summed
order by coverage_type desc, job_count desc, state, currency
