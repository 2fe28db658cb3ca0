/*
id: weekday_load
question: On which weekdays are we busy, and on which idle?
theme: operational
grain: one row per branch, weekday and currency
definition: >-
  Booked and closed jobs by the weekday of their service day. The days counted are all such weekdays
  from the first to the last service day of the branch, also those without a job.
dateBasis: service day (jobs.job_date)
receipt: revenue_jobs
rows: {keys: {weekday_number: weekday_number}, measures: {jobs_per_day: null}}
chart: {type: bar, x: weekday, y: [jobs_per_day], series: branch_name}
parameters: [date_from, date_to, branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: weekday_number, type: integer, meaning: "1 Monday to 7 Sunday"}
  - {name: weekday, type: text, meaning: "Its name"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: days, type: integer, unit: days, meaning: "Such weekdays from the first to the last service day"}
  - {name: days_without_job, type: integer, unit: days, meaning: "Of these without a job"}
  - {name: jobs_per_day, type: number, unit: jobs, meaning: "jobs / days"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: revenue_per_day, type: money, meaning: "revenue / days"}
  - {name: share_percent, type: percent, meaning: "Share of the jobs of the branch and currency"}
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
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

daily as (
  select branch_name, currency, job_date, count(*) as jobs, coalesce(sum(revenue), 0) as revenue
  from jobs
  group by 1, 2, 3
),

-- The days of a branch are counted per weekday before the jobs come to them: joined day by day,
-- the planner compared every day of a branch with every other (23 s).
calendar as (
  select
    spans.branch_name,
    spans.currency,
    extract(isodow from steps.day)::integer as weekday_number,
    to_char(steps.day, 'FMDay') as weekday,
    count(*) as days
  from (select branch_name, currency, min(job_date) as first_day, max(job_date) as last_day from daily group by 1, 2) as spans
  cross join generate_series(spans.first_day::timestamp, spans.last_day::timestamp, interval '1 day') as steps (day)
  group by 1, 2, 3, 4
),

worked as (
  select
    branch_name,
    currency,
    extract(isodow from job_date)::integer as weekday_number,
    sum(jobs)::bigint as sold_jobs,
    count(*) as days,
    sum(revenue) as revenue
  from daily
  group by 1, 2, 3
),

summed as (
  select
    calendar.branch_name,
    calendar.currency,
    calendar.weekday_number,
    calendar.weekday,
    coalesce(worked.sold_jobs, 0) as sold_jobs,
    calendar.days,
    calendar.days - coalesce(worked.days, 0) as days_without_job,
    coalesce(worked.revenue, 0) as total_revenue
  from calendar
  left join worked
    on worked.branch_name = calendar.branch_name
    and worked.currency = calendar.currency
    and worked.weekday_number = calendar.weekday_number
)

select
  branch_name,
  weekday_number,
  weekday,
  currency,
  sold_jobs,
  days,
  days_without_job,
  round(sold_jobs::numeric / days, 2) as jobs_per_day,
  total_revenue,
  round(total_revenue / days, 2) as revenue_per_day,
  round(100.0 * sold_jobs / sum(sold_jobs) over (partition by branch_name, currency), 2) as share_percent
from summed
order by branch_name, currency, weekday_number
