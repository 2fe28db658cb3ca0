/*
id: heatmap_revenue_by_branch_month
question: Which branch earned how much in which month?
theme: analytics
grain: one row per branch, month and currency
definition: >-
  Booked and closed jobs in the month of their service day. Jobs without a day and duplicates do
  not count.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows:
  keys: {month: month_text}
  measures: {value: sum revenue}
chart: {type: bar, x: month, y: [value], series: branch_name}
parameters:
  - date_from
  - date_to
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: limit, type: integer, default: 10000, least: 1, most: 1000000, meaning: "At most so many cells"}
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: month, type: text, meaning: "YYYY-MM"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: value, type: money, meaning: "Revenue of the branch in the month"}
caveats:
  - The documents stop after 200 cells; here the limit is a parameter.
*/
with jobs as (
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

summed as (
  select
    branch_name,
    to_char(job_date, 'YYYY-MM') as month,
    currency,
    coalesce(sum(revenue), 0) as value
  from jobs
  group by 1, 2, 3
)

select
  branch_name,
  month,
  currency,
  value
from summed
order by month, branch_name, currency
limit :limit
