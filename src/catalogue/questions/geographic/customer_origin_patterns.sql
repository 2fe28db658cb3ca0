/*
id: customer_origin_patterns
question: Where do our customers move from?
theme: geographic
grain: one row per city, state and currency
definition: >-
  Booked and closed jobs by the city moved from. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  only: [has_origin, has_customer]
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customer_count, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: jobs_per_customer, type: number, unit: jobs, meaning: "Sold jobs / customers who bought"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers who bought"}
  - {name: first_job_date, type: date, meaning: "First service day"}
  - {name: last_job_date, type: date, meaning: "Last service day"}
caveats:
  - Jobs without the city are not listed. One customer may stand in several cities.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and origin_city is not null
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
    origin_city,
    origin_state,
    currency,
    count(distinct customer_id) as customer_count,
    count(*) as total_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(*) filter (where is_sold) as sold_jobs,
    count(distinct customer_id) filter (where is_sold) as buyers,
    min(job_date) as first_job_date,
    max(job_date) as last_job_date
  from jobs
  group by 1, 2, 3
)

select
  origin_city,
  origin_state,
  currency,
  customer_count,
  total_jobs,
  total_revenue,
  avg_job_value,
  round(sold_jobs::numeric / nullif(buyers, 0), 2) as jobs_per_customer,
  round(total_revenue / nullif(buyers, 0), 2) as revenue_per_customer,
  first_job_date,
  last_job_date
from summed
order by customer_count desc, total_revenue desc, origin_city, origin_state, currency
limit :limit
