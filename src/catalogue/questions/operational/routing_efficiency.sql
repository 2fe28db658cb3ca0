/*
id: routing_efficiency
question: How often does each branch drive the same route?
theme: operational
grain: one row per route, branch and currency
definition: >-
  Booked and closed jobs by pair of cities and branch. Jobs without both cities are not listed;
  duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_places]
  measures: {route_frequency: count, revenue_per_trip: total_revenue per sold_jobs}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: destination_city, type: text, meaning: "City moved to"}
  - {name: destination_state, type: text, meaning: "State moved to"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: route_frequency, type: integer, unit: jobs, meaning: "Booked and closed jobs on the route"}
  - {name: route_type, type: text, meaning: "local (same city), intrastate, interstate, or unknown"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
  - {name: revenue_per_trip, type: money, meaning: "Revenue / jobs on the route"}
  - {name: frequency_category, type: text, meaning: "high (10 or more), medium (5), low (2) or one_time"}
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
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
    branch_name,
    route_type,
    currency,
    count(*) as route_frequency,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date
  from jobs
  group by 1, 2, 3, 4, 5, 6, 7
)

select
  origin_city,
  origin_state,
  destination_city,
  destination_state,
  branch_name,
  currency,
  route_frequency,
  route_type,
  total_revenue,
  avg_job_value,
  avg_crew_size,
  avg_trucks,
  first_job_date,
  last_job_date,
  round(total_revenue / nullif(route_frequency, 0), 2) as revenue_per_trip,
  case when route_frequency >= 10 then 'high' when route_frequency >= 5 then 'medium' when route_frequency >= 2 then 'low' else 'one_time' end as frequency_category
from summed
order by route_frequency desc, total_revenue desc, branch_name, origin_city, destination_city, currency
limit :limit
