/*
id: monthly_metrics_summary
question: What happened month by month - jobs, revenue, customers, branches, sales people?
theme: revenue
grain: one row per month and currency
definition: >-
  Jobs by status in the month of their service day; revenue is the actual total, else the
  estimated total, of booked and closed jobs. Jobs marked as duplicates do not count.
dateBasis: service day (jobs.job_date)
receipt: dated_jobs
chart: {type: line, x: month, y: [total_revenue], series: currency}
parameters: [date_from, date_to, branch, sales_person, lead_source, status, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month"}
  - {name: year, type: integer, meaning: "Calendar year"}
  - {name: month_number, type: integer, meaning: "1 to 12"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: total_jobs, type: integer, unit: jobs, meaning: "Jobs of every status"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Standing quoted"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Standing booked"}
  - {name: closed_jobs, type: integer, unit: jobs, meaning: "Standing closed"}
  - {name: lost_jobs, type: integer, unit: jobs, meaning: "Standing lost"}
  - {name: cancelled_jobs, type: integer, unit: jobs, meaning: "Standing cancelled"}
  - {name: total_revenue, type: money, meaning: "Of booked and closed jobs"}
  - {name: avg_job_value, type: money, meaning: "Mean of booked and closed jobs that have an amount"}
  - {name: unique_customers, type: integer, unit: customers, meaning: "Different customers with a job in the month"}
  - {name: active_branches, type: integer, unit: branches, meaning: "Different branches with a job in the month"}
  - {name: active_sales_people, type: integer, unit: people, meaning: "Different sales people with a job in the month"}
  - {name: booking_rate_percent, type: percent, meaning: "(booked_jobs + closed_jobs) / total_jobs"}
caveats:
  - A closed job was booked, so it counts in the booking rate; the rate is of present states, not of quotes ever made.
  - A month without jobs between two others is a row of zeros with an empty mean and rate.
*/
with months as not materialized (
  select *, date_trunc('month', job_date::timestamp)::date as month, status as opportunity_status
  from catalogue.job_facts
  where business_id = :business_id
    and job_date >= coalesce(:date_from, date '-infinity')
    and job_date < coalesce(:date_to, date 'infinity')
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:status is null or status = :status)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:currency is null or currency = :currency)
),

-- Different people are counted apart: inside one group by, each would sort all jobs.
jobs_by_branch as (
  select
    month, currency, branch_id, count(*) as total,
    count(*) filter (where opportunity_status = 'QUOTED') as quoted,
    count(*) filter (where opportunity_status = 'BOOKED') as booked,
    count(*) filter (where opportunity_status = 'CLOSED') as closed,
    count(*) filter (where opportunity_status = 'LOST') as lost,
    count(*) filter (where opportunity_status = 'CANCELLED') as cancelled,
    sum(revenue) as revenue,
    count(revenue) as valued
  from months
  group by 1, 2, 3
),

people as (
  select month, currency, count(customer_id) as customers, count(sales_person_id) as sales_people
  from (
    select distinct month, currency, customer_id, null::uuid as sales_person_id from months
    union all
    select distinct month, currency, null::uuid, sales_person_id from months
  ) as pairs
  group by 1, 2
),

counted as (
  select
    month, currency,
    sum(total)::bigint as total_jobs,
    sum(quoted)::bigint as quoted_jobs,
    sum(booked)::bigint as booked_jobs,
    sum(closed)::bigint as closed_jobs,
    sum(lost)::bigint as lost_jobs,
    sum(cancelled)::bigint as cancelled_jobs,
    coalesce(sum(revenue), 0) as total_revenue,
    round(sum(revenue) / nullif(sum(valued), 0), 2) as avg_job_value,
    count(branch_id) as active_branches
  from jobs_by_branch
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month
  from (select currency, min(month) as first_month, max(month) as last_month from counted group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
)

select
  calendar.month,
  extract(year from calendar.month)::integer as year,
  extract(month from calendar.month)::integer as month_number,
  calendar.currency,
  coalesce(counted.total_jobs, 0) as total_jobs,
  coalesce(counted.quoted_jobs, 0) as quoted_jobs,
  coalesce(counted.booked_jobs, 0) as booked_jobs,
  coalesce(counted.closed_jobs, 0) as closed_jobs,
  coalesce(counted.lost_jobs, 0) as lost_jobs,
  coalesce(counted.cancelled_jobs, 0) as cancelled_jobs,
  coalesce(counted.total_revenue, 0) as total_revenue,
  counted.avg_job_value,
  coalesce(people.customers, 0) as unique_customers,
  coalesce(counted.active_branches, 0) as active_branches,
  coalesce(people.sales_people, 0) as active_sales_people,
  round(100.0 * (counted.booked_jobs + counted.closed_jobs) / nullif(counted.total_jobs, 0), 2) as booking_rate_percent
from calendar
left join counted on counted.month = calendar.month and counted.currency = calendar.currency
left join people on people.month = calendar.month and people.currency = calendar.currency
order by calendar.currency, calendar.month
