/*
id: city_to_city_routes
question: Which routes do we drive most?
theme: geographic
grain: one row per pair of cities and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count. Jobs without both cities are not listed.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: jobs
rows:
  only: [has_places]
  measures: {route_count: count}
chart: {type: table}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status
  - currency
  - {name: limit, type: integer, default: 100, least: 1, most: 100000, meaning: "At most so many routes"}
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: destination_city, type: text, meaning: "City moved to"}
  - {name: destination_state, type: text, meaning: "State moved to"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: route_count, type: integer, unit: jobs, meaning: "Jobs on the route"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_count, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and origin_city is not null
    and destination_city is not null
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
    destination_city,
    destination_state,
    currency,
    count(*) as route_count,
    count(*) filter (where status = 'BOOKED') as booked_count,
    count(*) filter (where status = 'CLOSED') as closed_count,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value
  from jobs
  group by 1, 2, 3, 4, 5
)

select
  origin_city,
  origin_state,
  destination_city,
  destination_state,
  currency,
  route_count,
  booked_count,
  closed_count,
  total_revenue,
  avg_job_value,
  round(100.0 * (booked_count + closed_count) / nullif(route_count, 0), 2) as booking_rate_percent
from summed
order by route_count desc, origin_city, origin_state, destination_city, destination_state, currency
limit :limit
