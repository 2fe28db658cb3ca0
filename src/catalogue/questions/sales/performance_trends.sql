/*
id: performance_trends
question: How does each sales person do month by month?
theme: sales
grain: one row per sales person, month and currency
definition: >-
  Jobs by present status; revenue is the actual total, else the estimated total, of booked and
  closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
rows:
  keys: {performer_name: sales_person_name}
  measures: {jobs_handled: count}
chart: {type: line, x: month, y: [revenue], series: performer_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency, limit]
columns:
  - {name: performance_type, type: text, meaning: "sales_person"}
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: performer_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: jobs_handled, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked + closed) / all jobs"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - A month in which somebody has no job has no row of theirs.
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
    date_trunc('month', job_date::timestamp)::date as month,
    sales_person_name as performer_name,
    currency,
    count(*) as jobs_handled,
    count(*) filter (where status = 'BOOKED') as booked_jobs,
    count(*) filter (where status = 'CLOSED') as closed_jobs,
    coalesce(sum(revenue), 0) as revenue
  from jobs
  group by 1, 2, 3
)

select
  'sales_person' as performance_type,
  month,
  performer_name,
  currency,
  jobs_handled,
  booked_jobs,
  closed_jobs,
  revenue,
  round(100.0 * (booked_jobs + closed_jobs) / nullif(jobs_handled, 0), 2) as booking_rate_percent
from summed
order by month desc, revenue desc, performer_name, currency
limit :limit
