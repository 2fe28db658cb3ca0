/*
id: branch_profitability
question: How do charged and quoted totals compare per branch, and what does an hour earn?
theme: profitability
grain: one row per branch and currency
definition: >-
  Booked and closed jobs; variance compares charged with quoted over jobs that have both.
  Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: booked_revenue, type: money, meaning: "Of jobs that stand booked"}
  - {name: closed_revenue, type: money, meaning: "Of closed jobs"}
  - {name: total_estimated, type: money, meaning: "Quoted prices of sold jobs"}
  - {name: total_actual, type: money, meaning: "Charged totals of sold jobs"}
  - {name: variance_amount, type: money, meaning: "Charged less quoted, of sold jobs with both"}
  - {name: variance_percent, type: number, unit: "%", meaning: "variance_amount / quoted, of the same jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: revenue_per_truck_hour, type: money, meaning: "Revenue of the jobs with truck hours / these hours"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: avg_crew_per_job, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks_per_job, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
caveats:
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
  - No costs are known, so this is revenue against quotes and hours, not profit.
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
    branch_name,
    currency,
    count(*) as total_jobs,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    coalesce(sum(revenue) filter (where status = 'BOOKED'), 0) as booked_revenue,
    coalesce(sum(revenue) filter (where status = 'CLOSED'), 0) as closed_revenue,
    coalesce(sum(estimated) filter (where is_sold), 0) as total_estimated,
    coalesce(sum(actual) filter (where is_sold), 0) as total_actual,
    coalesce(sum(actual - estimated) filter (where is_sold), 0) as variance_amount,
    sum(estimated) filter (where is_sold and actual is not null) as compared_estimate,
    round(avg(revenue), 2) as avg_job_value,
    count(*) filter (where is_sold) as sold_jobs,
    sum(revenue) filter (where crew * hours > 0) as crew_hour_revenue,
    sum(crew * hours) filter (where is_sold) as total_crew_hours,
    sum(revenue) filter (where trucks * hours > 0) as truck_hour_revenue,
    sum(trucks * hours) filter (where is_sold) as total_truck_hours,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_per_job,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks_per_job
  from jobs
  group by 1, 2
)

select
  branch_name,
  currency,
  total_jobs,
  booked_jobs,
  closed_jobs,
  total_revenue,
  booked_revenue,
  closed_revenue,
  total_estimated,
  total_actual,
  variance_amount,
  round(100 * variance_amount / nullif(compared_estimate, 0), 2) as variance_percent,
  avg_job_value,
  round(total_revenue / nullif(sold_jobs, 0), 2) as revenue_per_job,
  round(crew_hour_revenue / nullif(total_crew_hours, 0), 2) as revenue_per_crew_hour,
  round(truck_hour_revenue / nullif(total_truck_hours, 0), 2) as revenue_per_truck_hour,
  total_crew_hours,
  total_truck_hours,
  avg_crew_per_job,
  avg_trucks_per_job
from summed
order by currency, total_revenue desc, branch_name
