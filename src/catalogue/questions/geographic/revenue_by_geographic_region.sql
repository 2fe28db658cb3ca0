/*
id: revenue_by_geographic_region
question: Which cities bring revenue, as origin and as destination?
theme: geographic
grain: one row per direction, city, state and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Every job counts once as origin and once as
  destination.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  split: {on: region_type, by: {origin: {city: origin_city, state: origin_state}, destination: {city: destination_city, state: destination_state}}}
chart: {type: bar, x: city, y: [total_revenue], series: region_type}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, limit]
columns:
  - {name: region_type, type: text, meaning: "origin or destination"}
  - {name: city, type: text, meaning: "City; empty when the job names none"}
  - {name: state, type: text, meaning: "State; empty when the job names none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
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
  select 'origin' as region_type, origin_city as city, origin_state as state, *
  from counted
  union all
  select 'destination', destination_city, destination_state, *
  from counted
),

summed as (
  select
    region_type,
    city,
    state,
    currency,
    count(*) as job_count,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2, 3, 4
)

select
  region_type,
  city,
  state,
  currency,
  job_count,
  total_revenue,
  avg_job_value
from summed
order by region_type desc, total_revenue desc, city, state, currency
limit :limit
