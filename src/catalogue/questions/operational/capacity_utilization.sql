/*
id: capacity_utilization
question: How busy are crews and trucks, per branch, kind of move and month?
theme: operational
grain: one row per branch, kind of move, month and currency
definition: >-
  Booked and closed jobs in the month of their service day. Duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  measures: {max_crew_per_job: most crew, max_trucks_per_job: most trucks}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: avg_crew_per_job, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: max_crew_per_job, type: integer, unit: people, meaning: "Largest crew"}
  - {name: max_trucks_per_job, type: integer, unit: trucks, meaning: "Most trucks"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: active_days, type: integer, unit: days, meaning: "Days with a sold job"}
  - {name: jobs_per_day, type: number, unit: jobs, meaning: "Sold jobs / days with one"}
  - {name: crew_hours_per_day, type: number, unit: hours, meaning: "Crew hours / days with a sold job"}
  - {name: truck_hours_per_day, type: number, unit: hours, meaning: "Truck hours / days with a sold job"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: revenue_per_truck_hour, type: money, meaning: "Revenue of the jobs with truck hours / these hours"}
  - {name: crew_utilization_percent, type: percent, meaning: "Mean active day / busiest day, in crew hours"}
  - {name: truck_utilization_percent, type: percent, meaning: "Mean active day / busiest day, in truck hours"}
caveats:
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
  - "Utilisation is the mean day against the busiest day of the row: how many crews and trucks the business has is not known."
*/
with sold as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

daily as (
  select branch_name, job_type, date_trunc('month', job_date::timestamp)::date as month, currency, job_date, sum(crew * hours) as crew_hours, sum(trucks * hours) as truck_hours
  from sold
  group by 1, 2, 3, 4, 5
),

busiest as (
  select branch_name, job_type, month, currency, max(crew_hours) as busiest_crew_day, max(truck_hours) as busiest_truck_day
  from daily
  group by 1, 2, 3, 4
),

summed as (
  select
    branch_name,
    job_type,
    date_trunc('month', job_date::timestamp)::date as month,
    currency,
    count(*) as total_jobs,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_per_job,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job,
    max(crew) as max_crew_per_job,
    max(trucks) as max_trucks_per_job,
    coalesce(sum(revenue), 0) as total_revenue,
    count(distinct job_date) filter (where is_sold) as active_days,
    sum(revenue) filter (where crew * hours > 0) as crew_hour_revenue,
    sum(revenue) filter (where trucks * hours > 0) as truck_hour_revenue
  from sold
  group by 1, 2, 3, 4
)

select
  branch_name,
  job_type,
  month,
  currency,
  total_jobs,
  total_crew_hours,
  total_truck_hours,
  avg_crew_per_job,
  avg_trucks_per_job,
  max_crew_per_job,
  max_trucks_per_job,
  total_revenue,
  active_days,
  round(total_jobs::numeric / nullif(active_days, 0), 2) as jobs_per_day,
  round(total_crew_hours / nullif(active_days, 0), 2) as crew_hours_per_day,
  round(total_truck_hours / nullif(active_days, 0), 2) as truck_hours_per_day,
  round(crew_hour_revenue / nullif(total_crew_hours, 0), 2) as revenue_per_crew_hour,
  round(truck_hour_revenue / nullif(total_truck_hours, 0), 2) as revenue_per_truck_hour,
  round(100 * total_crew_hours / nullif(busiest_crew_day * active_days, 0), 2) as crew_utilization_percent,
  round(100 * total_truck_hours / nullif(busiest_truck_day * active_days, 0), 2) as truck_utilization_percent
from summed
join busiest using (branch_name, job_type, month, currency)
order by month desc, total_jobs desc, branch_name, job_type, currency
limit :limit
