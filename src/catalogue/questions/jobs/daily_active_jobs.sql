/*
id: daily_active_jobs
question: What happens on each day?
theme: jobs
grain: one row per service day and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows:
  keys: {job_day: job_date}
  measures: {daily_job_count: count, daily_revenue: sum revenue}
chart: {type: line, x: job_day, y: [daily_job_count]}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, limit]
columns:
  - {name: job_day, type: date, meaning: "Service day"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: daily_job_count, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: quoted_count, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booked_count, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_count, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_count, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: daily_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers"}
  - {name: active_branches, type: integer, unit: branches, meaning: "Different branches"}
  - {name: active_sales_people, type: integer, unit: people, meaning: "Different sales people"}
caveats:
  - Days without jobs have no row.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
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
    job_date as job_day,
    currency,
    count(*) as daily_job_count,
    count(*) filter (where status = 'QUOTED') as quoted_count,
    count(*) filter (where status = 'BOOKED') as booked_count,
    count(*) filter (where status = 'CLOSED') as closed_count,
    count(*) filter (where status = 'LOST') as lost_count,
    coalesce(sum(revenue), 0) as daily_revenue,
    count(distinct customer_id) as unique_customers,
    count(distinct branch_id) as active_branches,
    count(distinct sales_person_id) as active_sales_people
  from jobs
  group by 1, 2
)

select
  job_day,
  currency,
  daily_job_count,
  quoted_count,
  booked_count,
  closed_count,
  lost_count,
  daily_revenue,
  unique_customers,
  active_branches,
  active_sales_people
from summed
order by job_day desc, currency
limit :limit
