/*
id: revenue_without_a_name
question: How much revenue says nothing about its customer, seller, branch or source?
theme: linkage
grain: one row per gap and currency
definition: >-
  Booked and closed jobs that lack a customer, a sales person, a branch, a lead source, a service
  day or an amount; a job can have several gaps.
dateBasis: service day (jobs.job_date), when days are asked for
receipt: sold_jobs
chart: {type: bar, x: gap, y: [revenue_percent], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: gap, type: text, meaning: "What is missing"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs with that gap"}
  - {name: job_percent, type: percent, meaning: "Of all sold jobs of the currency"}
  - {name: revenue_at_risk, type: money, meaning: "Their revenue: it is in the total, but in no such breakdown"}
  - {name: revenue_percent, type: percent, meaning: "Of the revenue of the currency"}
caveats:
  - "Do not add gaps up: one job can have several. A gap without a job has no row."
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
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

totals as (
  select currency, count(*) as jobs, sum(revenue) as revenue
  from jobs
  group by 1
),

gaps as (
  select 1 as place, 'no customer' as gap, currency, revenue from jobs where customer_id is null
  union all
  select 2, 'no sales person', currency, revenue from jobs where sales_person_id is null
  union all
  select 3, 'no branch', currency, revenue from jobs where branch_id is null
  union all
  select 4, 'no lead source', currency, revenue from jobs where lead_source_name = '(no source)'
  union all
  select 5, 'no service day', currency, revenue from jobs where job_date is null
  union all
  select 6, 'no amount', currency, revenue from jobs where revenue is null
),

summed as (
  select place, gap, currency, count(*) as jobs, coalesce(sum(revenue), 0) as revenue
  from gaps
  group by 1, 2, 3
)

select
  summed.gap,
  summed.currency,
  summed.jobs,
  round(100.0 * summed.jobs / totals.jobs, 2) as job_percent,
  summed.revenue as revenue_at_risk,
  round(100 * summed.revenue / nullif(totals.revenue, 0), 2) as revenue_percent
from summed
join totals on totals.currency = summed.currency
order by summed.currency, summed.place
