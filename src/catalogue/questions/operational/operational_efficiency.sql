/*
id: operational_efficiency
question: What does each kind of move earn per crew member and truck?
theme: operational
grain: one row per kind of move and currency
definition: >-
  Booked and closed jobs; per crew member and per truck over the jobs that name them. Duplicates
  do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures: {jobs_with_crew_data: count where has_crew, jobs_with_truck_data: count where has_trucks}
chart: {type: bar, x: job_type, y: [revenue_per_crew_member, revenue_per_truck], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: revenue_per_crew_member, type: money, meaning: "Revenue of jobs that name a crew / its people"}
  - {name: revenue_per_truck, type: money, meaning: "Revenue of jobs that name trucks / these trucks"}
  - {name: jobs_with_crew_data, type: integer, unit: jobs, meaning: "Jobs that name a crew"}
  - {name: jobs_with_truck_data, type: integer, unit: jobs, meaning: "Jobs that name trucks"}
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
    count(*) as total_jobs,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    round(avg(revenue), 2) as avg_job_value,
    round(sum(revenue) filter (where crew > 0) / nullif(sum(crew), 0), 2) as revenue_per_crew_member,
    round(sum(revenue) filter (where trucks > 0) / nullif(sum(trucks), 0), 2) as revenue_per_truck,
    count(crew) as jobs_with_crew_data,
    count(trucks) as jobs_with_truck_data
  from jobs
  group by 1, 2
)

select
  job_type,
  currency,
  total_jobs,
  avg_crew_size,
  avg_trucks_per_job,
  total_crew_hours,
  total_truck_hours,
  avg_job_value,
  revenue_per_crew_member,
  revenue_per_truck,
  jobs_with_crew_data,
  jobs_with_truck_data
from summed
order by currency, total_jobs desc, job_type
