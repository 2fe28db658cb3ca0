/*
id: branch_geographic_coverage
question: How far does each branch reach?
theme: geographic
grain: one row per branch and currency
definition: >-
  Booked and closed jobs: different cities and states moved from and to. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures:
    origin_cities_served: distinct origin_city
    origin_states_served: distinct origin_state
    destination_cities_served: distinct destination_city
    destination_states_served: distinct destination_state
chart: {type: bar, x: branch_name, y: [origin_cities_served, destination_cities_served]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: branch_city, type: text, meaning: "City of the branch"}
  - {name: branch_state, type: text, meaning: "State of the branch"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: origin_cities_served, type: integer, unit: cities, meaning: "Different cities moved from"}
  - {name: origin_states_served, type: integer, unit: states, meaning: "Different states moved from"}
  - {name: destination_cities_served, type: integer, unit: cities, meaning: "Different cities moved to"}
  - {name: destination_states_served, type: integer, unit: states, meaning: "Different states moved to"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
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
    branch_name,
    branch_city,
    branch_state,
    currency,
    count(distinct (origin_city, origin_state)) filter (where origin_city is not null) as origin_cities_served,
    count(distinct origin_state) as origin_states_served,
    count(distinct (destination_city, destination_state)) filter (where destination_city is not null) as destination_cities_served,
    count(distinct destination_state) as destination_states_served,
    count(*) as total_jobs,
    count(distinct customer_id) as total_customers,
    coalesce(sum(revenue), 0) as total_revenue,
    count(*) filter (where is_sold) as sold_jobs
  from jobs
  group by 1, 2, 3, 4
)

select
  branch_name,
  branch_city,
  branch_state,
  currency,
  origin_cities_served,
  origin_states_served,
  destination_cities_served,
  destination_states_served,
  total_jobs,
  total_customers,
  total_revenue,
  round(total_revenue / nullif(sold_jobs, 0), 2) as revenue_per_job
from summed
order by currency, total_revenue desc, branch_name
