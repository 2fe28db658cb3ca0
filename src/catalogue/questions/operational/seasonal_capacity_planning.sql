/*
id: seasonal_capacity_planning
question: How much do branch and kind of move swing with the season?
theme: operational
grain: one row per season, branch, kind of move and currency
definition: >-
  Booked and closed jobs; a period is one season of one year (winter December to February, counted
  to the year it ends in). Duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  keys: {season: season}
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: season, type: text, meaning: "winter, spring, summer or fall"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: avg_jobs_per_period, type: number, unit: jobs, meaning: "Mean per season of a year"}
  - {name: avg_crew_hours_per_period, type: number, unit: hours, meaning: "Mean per season of a year"}
  - {name: avg_truck_hours_per_period, type: number, unit: hours, meaning: "Mean per season of a year"}
  - {name: avg_revenue_per_period, type: money, meaning: "Mean per season of a year"}
  - {name: avg_active_days, type: number, unit: days, meaning: "Mean days with a job"}
  - {name: avg_crew_per_job, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: peak_jobs, type: integer, unit: jobs, meaning: "Busiest year"}
  - {name: peak_crew_hours, type: number, unit: hours, meaning: "Busiest year"}
  - {name: peak_truck_hours, type: number, unit: hours, meaning: "Busiest year"}
  - {name: peak_to_avg_ratio, type: number, meaning: "Busiest / mean"}
  - {name: peak_crew_ratio, type: number, meaning: "Busiest / mean"}
  - {name: peak_truck_ratio, type: number, meaning: "Busiest / mean"}
  - {name: variability_level, type: text, meaning: "Busiest / mean of jobs: high_variability (> 1.5), moderate_variability (> 1.2) or low_variability"}
caveats:
  - The documents use an alias within the select that makes it, which fails; here the seasons are made a step before.
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
  - Means are over the years in which the branch had such a job in the season.
*/
with jobs as (
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

periods as (
  select
    (array['winter', 'spring', 'summer', 'fall'])[((extract(month from job_date)::integer % 12) / 3) + 1] as season,
    extract(year from job_date + interval '1 month')::integer as season_year,
    branch_name, job_type, currency, count(*) as jobs, sum(crew * hours) as crew_hours, sum(trucks * hours) as truck_hours,
    coalesce(sum(revenue), 0) as revenue, count(distinct job_date) as days, sum(crew) as crew, count(crew) as crew_jobs,
    sum(trucks) as trucks, count(trucks) as truck_jobs
  from jobs
  group by 1, 2, 3, 4, 5
)

select
  season,
  branch_name,
  job_type,
  currency,
  round(avg(jobs), 2) as avg_jobs_per_period,
  round(avg(crew_hours), 2) as avg_crew_hours_per_period,
  round(avg(truck_hours), 2) as avg_truck_hours_per_period,
  round(avg(revenue), 2) as avg_revenue_per_period,
  round(avg(days), 2) as avg_active_days,
  round(sum(crew)::numeric / nullif(sum(crew_jobs), 0), 2) as avg_crew_per_job,
  round(sum(trucks)::numeric / nullif(sum(truck_jobs), 0), 2) as avg_trucks_per_job,
  max(jobs) as peak_jobs,
  max(crew_hours) as peak_crew_hours,
  max(truck_hours) as peak_truck_hours,
  round(max(jobs) / avg(jobs), 2) as peak_to_avg_ratio,
  round(max(crew_hours) / nullif(avg(crew_hours), 0), 2) as peak_crew_ratio,
  round(max(truck_hours) / nullif(avg(truck_hours), 0), 2) as peak_truck_ratio,
  case when max(jobs) > 1.5 * avg(jobs) then 'high_variability' when max(jobs) > 1.2 * avg(jobs) then 'moderate_variability' else 'low_variability' end as variability_level
from periods
group by 1, 2, 3, 4
order by array_position(array['winter', 'spring', 'summer', 'fall'], season), avg(revenue) desc, branch_name, job_type, currency
limit :limit
