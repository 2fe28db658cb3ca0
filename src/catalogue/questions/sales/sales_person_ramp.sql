/*
id: sales_person_ramp
question: How do new sales people grow into the work?
theme: sales
grain: one row per sales person, month of work and currency
definition: >-
  Booked and closed jobs of each sales person by the calendar month since the one of their first job
  ever (0 is that month itself), up to the last month with a job.
dateBasis: service day (jobs.job_date)
chart: {type: line, x: month_of_work, y: [total_revenue], series: sales_person_name}
parameters:
  - branch
  - sales_person
  - lead_source
  - status of sold jobs
  - currency
  - {name: months, type: integer, default: 12, least: 1, most: 120, meaning: "The first so many months of each"}
columns:
  - {name: sales_person_name, type: text, meaning: "Who sold, or (no sales person)"}
  - {name: month_of_work, type: integer, unit: months, meaning: "Calendar months since the first job"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: sold_jobs, type: integer, unit: jobs, meaning: "Standing booked or closed"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
caveats:
  - Who began before the first import seems to begin with it.
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and job_date is not null
    and sales_person_id is not null
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

starts as (
  select sales_person_id, date_trunc('month', min(job_date)::timestamp)::date as first_month
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and sales_person_id is not null
  group by 1
),

monthly as (
  select
    jobs.sales_person_id,
    jobs.sales_person_name,
    ((extract(year from jobs.job_date) - extract(year from starts.first_month)) * 12
      + extract(month from jobs.job_date) - extract(month from starts.first_month))::integer as month_of_work,
    jobs.currency,
    count(*) as sold_jobs,
    coalesce(sum(jobs.revenue), 0) as total_revenue
  from jobs
  join starts on starts.sales_person_id = jobs.sales_person_id
  where jobs.job_date < starts.first_month + make_interval(months => :months)
  group by 1, 2, 3, 4
),

-- Every month from the first to the last of a person, also those without a job.
calendar as (
  select spans.sales_person_id, spans.sales_person_name, spans.currency, steps.month_of_work
  from (select sales_person_id, sales_person_name, currency, max(month_of_work) as last_month from monthly group by 1, 2, 3) as spans
  cross join generate_series(0, spans.last_month) as steps (month_of_work)
)

select
  calendar.sales_person_name,
  calendar.month_of_work,
  calendar.currency,
  coalesce(monthly.sold_jobs, 0) as sold_jobs,
  coalesce(monthly.total_revenue, 0) as total_revenue
from calendar
left join monthly
  on monthly.sales_person_id = calendar.sales_person_id
  and monthly.currency = calendar.currency
  and monthly.month_of_work = calendar.month_of_work
order by calendar.sales_person_name, calendar.month_of_work, calendar.currency
