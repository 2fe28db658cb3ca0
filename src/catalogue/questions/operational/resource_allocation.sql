/*
id: resource_allocation
question: How many crews and trucks does each branch use per month?
theme: operational
grain: one row per branch, month and currency
definition: >-
  Booked and closed jobs in the month of their service day. Duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_crew_per_job, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: active_days, type: integer, unit: days, meaning: "Days with a sold job"}
  - {name: job_types_handled, type: integer, unit: types, meaning: "Different kinds of move"}
  - {name: jobs_per_day, type: number, unit: jobs, meaning: "Sold jobs / days with one"}
  - {name: crew_hours_per_day, type: number, unit: hours, meaning: "Crew hours / days with a sold job"}
  - {name: truck_hours_per_day, type: number, unit: hours, meaning: "Truck hours / days with a sold job"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: revenue_per_truck_hour, type: money, meaning: "Revenue of the jobs with truck hours / these hours"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / jobs"}
  - {name: crew_utilization_percent, type: percent, meaning: "Mean active day / busiest day, in crew hours"}
  - {name: truck_utilization_percent, type: percent, meaning: "Mean active day / busiest day, in truck hours"}
  - {name: utilization_category, type: text, meaning: "By mean crew hours a day, of 8 h shifts: high (more than 6), medium (more than 4), else low; empty without hours"}
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
  select branch_name, date_trunc('month', job_date::timestamp)::date as month, currency, job_date, sum(crew * hours) as crew_hours, sum(trucks * hours) as truck_hours
  from sold
  group by 1, 2, 3, 4
),

busiest as (
  select branch_name, month, currency, max(crew_hours) as busiest_crew_day, max(truck_hours) as busiest_truck_day
  from daily
  group by 1, 2, 3
),

summed as (
  select
    branch_name,
    date_trunc('month', job_date::timestamp)::date as month,
    currency,
    count(*) as total_jobs,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_per_job,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job,
    count(distinct job_date) filter (where is_sold) as active_days,
    count(distinct job_type) as job_types_handled,
    sum(revenue) filter (where crew * hours > 0) as crew_hour_revenue,
    sum(revenue) filter (where trucks * hours > 0) as truck_hour_revenue
  from sold
  group by 1, 2, 3
)

select
  branch_name,
  month,
  currency,
  total_jobs,
  total_crew_hours,
  total_truck_hours,
  total_revenue,
  avg_crew_per_job,
  avg_trucks_per_job,
  active_days,
  job_types_handled,
  round(total_jobs::numeric / nullif(active_days, 0), 2) as jobs_per_day,
  round(total_crew_hours / nullif(active_days, 0), 2) as crew_hours_per_day,
  round(total_truck_hours / nullif(active_days, 0), 2) as truck_hours_per_day,
  round(crew_hour_revenue / nullif(total_crew_hours, 0), 2) as revenue_per_crew_hour,
  round(truck_hour_revenue / nullif(total_truck_hours, 0), 2) as revenue_per_truck_hour,
  round(total_revenue / nullif(total_jobs, 0), 2) as revenue_per_job,
  round(100 * total_crew_hours / nullif(busiest_crew_day * active_days, 0), 2) as crew_utilization_percent,
  round(100 * total_truck_hours / nullif(busiest_truck_day * active_days, 0), 2) as truck_utilization_percent,
  case
    when total_crew_hours / nullif(active_days, 0) > 6 * 8 then 'high'
    when total_crew_hours / nullif(active_days, 0) > 4 * 8 then 'medium'
    when total_crew_hours is not null then 'low'
  end as utilization_category
from summed
join busiest using (branch_name, month, currency)
order by month desc, total_revenue desc, branch_name, currency
limit :limit
