/*
id: repeat_chains
question: Which sources bring customers who come back?
theme: referrals
grain: one row per first lead source and currency
definition: >-
  Customers by the lead source of their first booked or closed job, with what they brought in that
  job and in the later ones.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {only: [has_customer], measures: {revenue_per_customer: null}}
chart: {type: bar, x: first_lead_source_name, y: [came_back_percent], series: currency}
parameters: [branch, sales_person, status of sold jobs, currency, limit]
columns:
  - {name: first_lead_source_name, type: text, meaning: "Source of the first job of the customer, or (no source)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: came_back, type: integer, unit: customers, meaning: "With a second job"}
  - {name: came_back_percent, type: percent, meaning: "came back / customers"}
  - {name: later_jobs, type: integer, unit: jobs, meaning: "All jobs but the first"}
  - {name: first_revenue, type: money, meaning: "Of first jobs"}
  - {name: later_revenue, type: money, meaning: "Of later jobs"}
  - {name: later_share_percent, type: percent, meaning: "later / all revenue"}
  - {name: revenue_per_customer, type: money, meaning: "Of all their jobs"}
  - {name: median_days_to_second, type: number, unit: days, meaning: "From the first to the second job"}
caveats:
  - Two jobs of one move count as two, also on the same day.
  - A customer with jobs in two currencies counts in each.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and customer_id is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

numbered as (
  select
    customer_id,
    currency,
    revenue,
    job_date,
    row_number() over (partition by customer_id, currency order by job_date, id) as place,
    first_value(lead_source_name) over (partition by customer_id, currency order by job_date, id) as first_source
  from jobs
),

per_customer as (
  select
    first_source,
    currency,
    customer_id,
    count(*) as jobs,
    coalesce(sum(revenue) filter (where place = 1), 0) as first_revenue,
    coalesce(sum(revenue) filter (where place > 1), 0) as later_revenue,
    min(job_date) filter (where place = 2) - min(job_date) as days_to_second
  from numbered
  group by 1, 2, 3
)

select
  first_source as first_lead_source_name,
  currency,
  count(*) as customers,
  count(*) filter (where jobs > 1) as came_back,
  round(100.0 * count(*) filter (where jobs > 1) / count(*), 2) as came_back_percent,
  (sum(jobs) - count(*))::bigint as later_jobs,
  sum(first_revenue) as first_revenue,
  sum(later_revenue) as later_revenue,
  round(100 * sum(later_revenue) / nullif(sum(first_revenue + later_revenue), 0), 2) as later_share_percent,
  round(sum(first_revenue + later_revenue) / count(*), 2) as revenue_per_customer,
  round(percentile_cont(0.5) within group (order by days_to_second)::numeric, 2) as median_days_to_second
from per_customer
group by 1, 2
order by currency, customers desc, first_lead_source_name
limit :limit
