/*
id: crew_size_returns
question: Which crew sizes earn most per hour?
theme: operational
grain: one row per crew size, trucks and currency
definition: >-
  Booked and closed jobs by the crew and the trucks they name, with the hours worked.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {keys: {crew_size: crew, trucks: trucks}}
chart: {type: bar, x: crew_size, y: [revenue_per_crew_hour], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: crew_size, type: integer, unit: people, meaning: "Crew; empty when the job names none"}
  - {name: trucks, type: integer, unit: trucks, meaning: "Trucks; empty when the job names none"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: jobs_with_hours, type: integer, unit: jobs, meaning: "Of these with crew and hours"}
  - {name: mean_hours, type: number, unit: hours, meaning: "Mean hours worked of these"}
  - {name: crew_hours, type: number, unit: hours, meaning: "Crew times hours of these"}
  - {name: revenue_per_crew_hour, type: money, meaning: "Their revenue / crew hours"}
  - {name: mean_revenue, type: money, meaning: "Mean of those that have an amount"}
caveats:
  - Head counts are not hours; what jobs name no crew or no hours earned is not in the rate.
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
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
)

select
  crew as crew_size,
  trucks,
  currency,
  count(*) as sold_jobs,
  coalesce(sum(revenue), 0) as total_revenue,
  count(*) filter (where crew * hours > 0) as jobs_with_hours,
  round(avg(hours) filter (where crew * hours > 0), 2) as mean_hours,
  sum(crew * hours) filter (where crew * hours > 0) as crew_hours,
  round(sum(revenue) filter (where crew * hours > 0) / nullif(sum(crew * hours) filter (where crew * hours > 0), 0), 2) as revenue_per_crew_hour,
  round(avg(revenue), 2) as mean_revenue
from jobs
group by 1, 2, 3
order by currency, crew_size nulls last, trucks nulls last
