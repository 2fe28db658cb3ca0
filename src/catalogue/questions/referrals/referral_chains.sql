/*
id: referral_chains
question: Through which chains of sources do customers come to us and come back?
theme: referrals
grain: one row per chain and currency
definition: >-
  The lead sources of the booked and closed jobs of a customer in the order of their service days,
  the same source in a row once, the first five.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {only: [has_customer], measures: {sold_jobs: null, total_revenue: null, revenue_per_customer: null}}
chart: {type: table}
parameters: [branch, sales_person, status of sold jobs, currency, limit]
columns:
  - {name: chain, type: text, meaning: "Sources in their order, such as Google → Friend"}
  - {name: steps, type: integer, meaning: "Sources in the chain"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customers, type: integer, unit: customers, meaning: "Different customers with that chain"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: revenue_per_customer, type: money, meaning: "Revenue / customers"}
caveats:
  - A customer with jobs in two currencies has a chain in each.
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

steps as (
  select
    *,
    lag(lead_source_name) over (partition by customer_id, currency order by job_date, id) is distinct from lead_source_name as is_new
  from jobs
),

per_customer as (
  select
    customer_id,
    currency,
    (array_agg(lead_source_name order by job_date, id) filter (where is_new))[1:5] as chain,
    count(*) as sold_jobs,
    coalesce(sum(revenue), 0) as revenue
  from steps
  group by 1, 2
)

select
  array_to_string(chain, ' → ') as chain,
  cardinality(chain) as steps,
  currency,
  count(*) as customers,
  sum(sold_jobs)::bigint as sold_jobs,
  sum(revenue) as total_revenue,
  round(sum(revenue) / count(*), 2) as revenue_per_customer
from per_customer
group by per_customer.chain, currency
order by currency, customers desc, total_revenue desc, chain
limit :limit
