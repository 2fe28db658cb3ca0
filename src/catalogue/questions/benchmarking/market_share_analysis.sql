/*
id: market_share_analysis
question: Which routes make up our business?
theme: benchmarking
grain: one row per route and currency
definition: >-
  Booked and closed jobs by pair of cities, and their share of the whole of the currency. Jobs
  without both cities stand in rows with empty cities. Duplicates do not count.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows:
  measures:
    market_share_jobs_percent: share total_jobs within currency
    market_share_revenue_percent: share total_revenue within currency
chart: {type: table}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency, limit]
columns:
  - {name: origin_city, type: text, meaning: "City moved from"}
  - {name: origin_state, type: text, meaning: "State moved from"}
  - {name: destination_city, type: text, meaning: "City moved to"}
  - {name: destination_state, type: text, meaning: "State moved to"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: branches_serving, type: integer, unit: branches, meaning: "Different branches"}
  - {name: market_share_jobs_percent, type: percent, meaning: "Share of all our jobs of the currency"}
  - {name: market_share_revenue_percent, type: percent, meaning: "Share of all our revenue of the currency"}
  - {name: market_share_customers_percent, type: percent, meaning: "Share of all our customers of the currency that use the route"}
  - {name: market_total_jobs, type: integer, unit: jobs, meaning: "All our jobs of the currency"}
  - {name: market_total_revenue, type: money, meaning: "All our revenue of the currency"}
  - {name: market_total_customers, type: integer, unit: customers, meaning: "All our different customers of the currency"}
  - {name: market_category, type: text, meaning: "major (> 5 % of revenue), significant (> 2), moderate (> 1) or small"}
caveats:
  - "The market is our own jobs: nobody else reports theirs to us."
  - The shares of customers add up to more than 100 %, as one customer may use several routes.
*/
with jobs as not materialized (
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
    origin_city,
    origin_state,
    destination_city,
    destination_state,
    currency,
    count(*) as total_jobs,
    count(distinct customer_id) as unique_customers,
    coalesce(sum(revenue), 0) as total_revenue,
    round(avg(revenue), 2) as avg_job_value,
    count(distinct branch_id) as branches_serving
  from jobs
  group by 1, 2, 3, 4, 5
),

markets as (
  select currency, count(distinct customer_id) as customers
  from jobs
  group by 1
)

select
  origin_city,
  origin_state,
  destination_city,
  destination_state,
  summed.currency,
  total_jobs,
  unique_customers,
  total_revenue,
  avg_job_value,
  branches_serving,
  round(100 * total_jobs / sum(total_jobs) over (partition by summed.currency), 2) as market_share_jobs_percent,
  round(100 * total_revenue / nullif(sum(total_revenue) over (partition by summed.currency), 0), 2) as market_share_revenue_percent,
  round(100.0 * unique_customers / nullif(markets.customers, 0), 2) as market_share_customers_percent,
  sum(total_jobs) over (partition by summed.currency)::bigint as market_total_jobs,
  sum(total_revenue) over (partition by summed.currency) as market_total_revenue,
  markets.customers as market_total_customers,
  case
    when total_revenue > 0.05 * sum(total_revenue) over (partition by summed.currency) then 'major'
    when total_revenue > 0.02 * sum(total_revenue) over (partition by summed.currency) then 'significant'
    when total_revenue > 0.01 * sum(total_revenue) over (partition by summed.currency) then 'moderate'
    else 'small'
  end as market_category
from summed
join markets on markets.currency = summed.currency
order by summed.currency, total_revenue desc, origin_city, origin_state, destination_city, destination_state
limit :limit
