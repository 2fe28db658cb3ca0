/*
id: branch_capacity_analysis
question: How steady is the load of each branch?
theme: operational
grain: one row per branch and currency
definition: >-
  Booked and closed jobs in the month of their service day; mean and peak over the months with
  one. Duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  measures:
    total_active_days: distinct job_date
    avg_jobs_per_month: total_jobs per months_active
chart: {type: bar, x: branch_name, y: [avg_jobs_per_month, peak_jobs_per_month]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: branch_city, type: text, meaning: "City of the branch"}
  - {name: branch_state, type: text, meaning: "State of the branch"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: months_active, type: integer, unit: months, meaning: "Months with a sold job"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_crew_hours, type: number, unit: hours, meaning: "Crew times hours of sold jobs that name both; empty when none does"}
  - {name: total_truck_hours, type: number, unit: hours, meaning: "Trucks times hours of sold jobs that name both; empty when none does"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: total_active_days, type: integer, unit: days, meaning: "Days with a sold job"}
  - {name: avg_jobs_per_month, type: number, unit: jobs, meaning: "Mean of these months"}
  - {name: avg_crew_hours_per_month, type: number, unit: hours, meaning: "Mean of these months"}
  - {name: avg_truck_hours_per_month, type: number, unit: hours, meaning: "Mean of these months"}
  - {name: peak_jobs_per_month, type: integer, unit: jobs, meaning: "Busiest month"}
  - {name: peak_crew_hours_per_month, type: number, unit: hours, meaning: "Busiest month"}
  - {name: jobs_per_day, type: number, unit: jobs, meaning: "Sold jobs / days with one"}
  - {name: crew_hours_per_day, type: number, unit: hours, meaning: "Crew hours / days with a sold job"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / jobs"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Revenue of the jobs with crew hours / these hours"}
  - {name: demand_variance, type: text, meaning: "Busiest month / mean: high_variance (> 1.5), moderate_variance (> 1.2) or stable"}
caveats:
  - "Head counts are not hours: hours are the crew (or trucks) times the hours worked, of jobs that name both; empty when no job does."
*/
with jobs as not materialized (
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

monthly as (
  select
    branch_name, branch_city, branch_state, currency, date_trunc('month', job_date::timestamp)::date as month, count(*) as jobs,
    sum(crew * hours) as crew_hours, sum(trucks * hours) as truck_hours, coalesce(sum(revenue), 0) as revenue,
    sum(revenue) filter (where crew * hours > 0) as crew_revenue, count(distinct job_date) as days
  from jobs
  group by 1, 2, 3, 4, 5
),

people as (
  select branch_name, currency, count(distinct customer_id) as customers
  from jobs
  group by 1, 2
)

select
  monthly.branch_name,
  branch_city,
  branch_state,
  monthly.currency,
  count(*) as months_active,
  sum(jobs)::bigint as total_jobs,
  max(people.customers) as total_customers,
  sum(crew_hours) as total_crew_hours,
  sum(truck_hours) as total_truck_hours,
  sum(revenue) as total_revenue,
  sum(days)::bigint as total_active_days,
  round(avg(jobs), 2) as avg_jobs_per_month,
  round(avg(crew_hours), 2) as avg_crew_hours_per_month,
  round(avg(truck_hours), 2) as avg_truck_hours_per_month,
  max(jobs) as peak_jobs_per_month,
  max(crew_hours) as peak_crew_hours_per_month,
  round(sum(jobs) / sum(days), 2) as jobs_per_day,
  round(sum(crew_hours) / sum(days), 2) as crew_hours_per_day,
  round(sum(revenue) / sum(jobs), 2) as revenue_per_job,
  round(sum(crew_revenue) / nullif(sum(crew_hours), 0), 2) as revenue_per_crew_hour,
  case when max(jobs) > 1.5 * avg(jobs) then 'high_variance' when max(jobs) > 1.2 * avg(jobs) then 'moderate_variance' else 'stable' end as demand_variance
from monthly
join people on people.branch_name = monthly.branch_name and people.currency = monthly.currency
group by 1, 2, 3, 4
order by monthly.currency, total_revenue desc, monthly.branch_name
