/*
id: job_crew_truck_utilization
question: How many people and trucks do our moves take?
theme: jobs
grain: one row per kind of move and currency
definition: >-
  Crew and trucks of booked and closed jobs that name them. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures:
    min_crew_size: least crew
    max_crew_size: most crew
    median_crew_size: median crew
    min_trucks_used: least trucks
    max_trucks_used: most trucks
    median_trucks_used: median trucks
chart: {type: bar, x: job_type, y: [avg_crew_size, avg_trucks_used]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: job_count, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: min_crew_size, type: integer, unit: people, meaning: "Smallest crew"}
  - {name: max_crew_size, type: integer, unit: people, meaning: "Largest crew"}
  - {name: median_crew_size, type: number, unit: people, meaning: "Median crew"}
  - {name: avg_trucks_used, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: min_trucks_used, type: integer, unit: trucks, meaning: "Fewest trucks"}
  - {name: max_trucks_used, type: integer, unit: trucks, meaning: "Most trucks"}
  - {name: median_trucks_used, type: number, unit: trucks, meaning: "Median of trucks"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
caveats:
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
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
    job_type,
    currency,
    count(*) as job_count,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    min(crew) as min_crew_size,
    max(crew) as max_crew_size,
    percentile_cont(0.5) within group (order by crew)::numeric as median_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_used,
    min(trucks) as min_trucks_used,
    max(trucks) as max_trucks_used,
    percentile_cont(0.5) within group (order by trucks)::numeric as median_trucks_used,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours
  from jobs
  group by 1, 2
)

select
  job_type,
  currency,
  job_count,
  avg_crew_size,
  min_crew_size,
  max_crew_size,
  median_crew_size,
  avg_trucks_used,
  min_trucks_used,
  max_trucks_used,
  median_trucks_used,
  total_crew_hours,
  total_truck_hours
from summed
order by currency, job_count desc, job_type
