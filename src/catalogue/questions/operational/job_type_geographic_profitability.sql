/*
id: job_type_geographic_profitability
question: Which moves between which states earn most?
theme: operational
grain: one row per kind of move, pair of states, branch and currency
definition: >-
  Booked and closed jobs; variance compares charged with quoted over jobs that have both.
  Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: job_type, type: text, meaning: "Kind of move, or (no type)"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: destination_state, type: text, meaning: "State moved to"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: total_estimated, type: money, meaning: "Quoted prices of sold jobs"}
  - {name: total_actual, type: money, meaning: "Charged totals of sold jobs"}
  - {name: variance_amount, type: money, meaning: "Charged less quoted, of sold jobs with both"}
  - {name: variance_percent, type: number, unit: "%", meaning: "variance_amount / quoted, of the same jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: avg_crew_size, type: number, unit: people, meaning: "Mean crew of sold jobs that name one"}
  - {name: avg_trucks, type: number, unit: trucks, meaning: "Mean trucks of sold jobs that name them"}
  - {name: revenue_per_job, type: money, meaning: "Revenue / sold jobs"}
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
    origin_state,
    destination_state,
    branch_name,
    currency,
    count(*) as total_jobs,
    count(distinct customer_id) as customer_count,
    coalesce(sum(revenue), 0) as total_revenue,
    coalesce(sum(estimated) filter (where is_sold), 0) as total_estimated,
    coalesce(sum(actual) filter (where is_sold), 0) as total_actual,
    coalesce(sum(actual - estimated) filter (where is_sold), 0) as variance_amount,
    sum(estimated) filter (where is_sold and actual is not null) as compared_estimate,
    round(avg(revenue), 2) as avg_job_value,
    round(avg(crew) filter (where is_sold), 2) as avg_crew_size,
    round(avg(trucks) filter (where is_sold), 2) as avg_trucks,
    count(*) filter (where is_sold) as sold_jobs
  from jobs
  group by 1, 2, 3, 4, 5
)

select
  job_type,
  origin_state,
  destination_state,
  branch_name,
  currency,
  total_jobs,
  customer_count,
  total_revenue,
  total_estimated,
  total_actual,
  variance_amount,
  round(100 * variance_amount / nullif(compared_estimate, 0), 2) as variance_percent,
  avg_job_value,
  avg_crew_size,
  avg_trucks,
  round(total_revenue / nullif(sold_jobs, 0), 2) as revenue_per_job
from summed
order by currency, total_revenue desc, job_type, origin_state, destination_state, branch_name
limit :limit
