/*
id: crew_truck_utilization_by_route
question: What do local, intrastate and interstate moves take and earn?
theme: operational
grain: one row per kind of route, kind of move, branch and currency
definition: >-
  Booked and closed jobs: same city is local, same state intrastate, else interstate; unknown when
  a place is missing. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures: {crew_hours_per_job: mean crew_hours, truck_hours_per_job: mean truck_hours}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: route_type, type: text, meaning: "local (same city), intrastate, interstate, or unknown"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: avg_crew_per_job, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: revenue_per_truck_hour, type: money, meaning: "Revenue of the jobs with truck hours / these hours"}
  - {name: crew_hours_per_job, type: number, unit: hours, meaning: "Crew hours / jobs that name them"}
  - {name: truck_hours_per_job, type: number, unit: hours, meaning: "Truck hours / jobs that name them"}
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
    route_type,
    job_type,
    branch_name,
    currency,
    count(*) as total_jobs,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_per_job,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    sum(revenue) filter (where crew * hours > 0) as crew_hour_revenue,
    sum(revenue) filter (where trucks * hours > 0) as truck_hour_revenue,
    round(avg(crew * hours), 2) as crew_hours_per_job,
    round(avg(trucks * hours), 2) as truck_hours_per_job
  from jobs
  group by 1, 2, 3, 4
)

select
  route_type,
  job_type,
  branch_name,
  currency,
  total_jobs,
  total_crew_hours,
  total_truck_hours,
  avg_crew_per_job,
  avg_trucks_per_job,
  total_revenue,
  avg_job_value,
  round(crew_hour_revenue / nullif(total_crew_hours, 0), 2) as revenue_per_crew_hour,
  round(truck_hour_revenue / nullif(total_truck_hours, 0), 2) as revenue_per_truck_hour,
  crew_hours_per_job,
  truck_hours_per_job
from summed
order by currency, total_revenue desc, route_type, job_type, branch_name
