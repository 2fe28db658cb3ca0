/*
id: customer_concentration
question: How much of our revenue hangs on our best customers?
theme: customers
grain: one row per tenth of the customers and currency
definition: >-
  Customers with booked and closed jobs in ten parts as equal as can be, the best first, with what
  each part brings.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
rows: {only: [has_customer], measures: {sold_jobs: null, total_revenue: null}}
chart: {type: bar, x: tenth, y: [revenue_share_percent], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: tenth, type: integer, meaning: "1 holds the best tenth of the customers"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: least_revenue, type: money, meaning: "Of the smallest customer of the part"}
  - {name: revenue_share_percent, type: percent, meaning: "Share of the revenue of known customers"}
  - {name: cumulative_share_percent, type: percent, meaning: "Of this part and the better ones"}
caveats:
  - Jobs that name nobody have no customer and are left out; the receipt says how many jobs hang on a customer.
  - With fewer than ten customers each is a part of its own.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and customer_id is not null
    and (:date_from is null or job_date >= :date_from)
    and (:date_to is null or job_date < :date_to)
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

per_customer as (
  select customer_id, currency, count(*) as sold_jobs, coalesce(sum(revenue), 0) as revenue
  from jobs
  group by 1, 2
),

ranked as (
  select *, ntile(10) over (partition by currency order by revenue desc, customer_id) as tenth
  from per_customer
),

summed as (
  select tenth, currency, count(*) as customers, sum(sold_jobs)::bigint as sold_jobs, sum(revenue) as total_revenue, min(revenue) as least_revenue
  from ranked
  group by 1, 2
)

select
  tenth,
  currency,
  customers,
  sold_jobs,
  total_revenue,
  least_revenue,
  round(100 * total_revenue / nullif(sum(total_revenue) over (partition by currency), 0), 2) as revenue_share_percent,
  round(100 * sum(total_revenue) over (partition by currency order by tenth) / nullif(sum(total_revenue) over (partition by currency), 0), 2) as cumulative_share_percent
from summed
order by currency, tenth
