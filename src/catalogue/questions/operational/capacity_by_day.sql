/*
id: capacity_by_day
question: How full is each day ahead?
theme: operational
grain: one row per day, branch and currency
definition: >-
  Jobs that stand booked or closed with a service day from the day that counts as today on, for as
  many days as asked for.
dateBasis: service day (jobs.job_date)
rows:
  keys: {day: job_date}
  measures: {jobs: count, crew: sum crew, trucks: sum trucks}
chart: {type: bar, x: day, y: [jobs], series: branch_name}
parameters:
  - as_of
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: days, type: integer, default: 28, least: 1, most: 3660, meaning: "So many days, the first included"}
columns:
  - {name: day, type: date, meaning: "Service day"}
  - {name: branch_name, type: text, meaning: "Name of the branch, or (no branch)"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: jobs, type: integer, unit: jobs, meaning: "Booked and closed jobs"}
  - {name: crew, type: integer, unit: people, meaning: "Crew they name"}
  - {name: trucks, type: integer, unit: trucks, meaning: "Trucks they name"}
  - {name: revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - A branch without a job in these days has no row.
*/
with jobs as (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date >= :as_of
    and job_date < :as_of + :days
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

daily as (
  select
    job_date as day,
    branch_name,
    currency,
    count(*) as jobs,
    sum(crew)::bigint as crew,
    sum(trucks)::bigint as trucks,
    coalesce(sum(revenue), 0) as revenue
  from jobs
  group by 1, 2, 3
),

-- Every day asked for, also those without a job: they are the free ones.
calendar as (
  select places.branch_name, places.currency, :as_of + steps.day as day
  from (select distinct branch_name, currency from daily) as places
  cross join generate_series(0, :days - 1) as steps (day)
)

select
  calendar.day,
  calendar.branch_name,
  calendar.currency,
  coalesce(daily.jobs, 0) as jobs,
  case when daily.jobs is null then 0 else daily.crew end as crew,
  case when daily.jobs is null then 0 else daily.trucks end as trucks,
  coalesce(daily.revenue, 0) as revenue
from calendar
left join daily on daily.day = calendar.day and daily.branch_name = calendar.branch_name and daily.currency = calendar.currency
order by calendar.day, calendar.branch_name, calendar.currency
