/*
id: revenue_by_date_basis
question: Why do two reports of the same month differ?
theme: revenue
grain: one row per month and currency
definition: >-
  The same booked and closed jobs three times over: by the day of their quote, of their booking and
  of their service. Each of the three columns adds up to the whole revenue of the currency.
dateBasis: quote, booking and service day side by side (quote and booking in the zone of the branch)
receipt: present_sold_jobs
rows: {keys: {month: null}, measures: {quoted_jobs: null, booked_jobs: null, booked_revenue: null}}
chart: {type: line, x: month, y: [quoted_revenue, booked_revenue, served_revenue], series: currency}
parameters: [branch, sales_person, lead_source, status of sold jobs, currency]
columns:
  - {name: month, type: date, meaning: "First day of the month; empty where that day is not known"}
  - {name: currency, type: text, meaning: "Currency of the branch, else of the business"}
  - {name: quoted_revenue, type: money, meaning: "Of jobs quoted in the month"}
  - {name: booked_revenue, type: money, meaning: "Of jobs booked in the month"}
  - {name: served_revenue, type: money, meaning: "Of jobs with their service day in the month"}
  - {name: quoted_jobs, type: integer, unit: jobs, meaning: "Quoted in the month"}
  - {name: booked_jobs, type: integer, unit: jobs, meaning: "Booked in the month"}
  - {name: served_jobs, type: integer, unit: jobs, meaning: "Served in the month"}
caveats:
  - "Do not add the three columns: they are the same money by three days."
*/
with jobs as not materialized (
  select *
  from catalogue.job_facts
  where business_id = :business_id
    and is_sold
    and (:branch is null or branch_id = :branch)
    and (:sales_person is null or sales_person_id = :sales_person)
    and (:lead_source is null or lead_source_id = :lead_source)
    and (:status is null or status = :status)
    and (:currency is null or currency = :currency)
),

-- Summed under each date before they are stacked.
dated as (
  select date_trunc('month', quoted_at at time zone time_zone)::date as month, currency, 1 as basis, sum(revenue) as revenue, count(*) as jobs
  from jobs
  group by 1, 2
  union all
  select date_trunc('month', booked_at at time zone time_zone)::date, currency, 2, sum(revenue), count(*)
  from jobs
  group by 1, 2
  union all
  select date_trunc('month', job_date::timestamp)::date, currency, 3, sum(revenue), count(*)
  from jobs
  group by 1, 2
),

-- Every month from the first to the last of a currency, also those without jobs.
calendar as (
  select spans.currency, steps.month::date as month, 0 as basis, null::numeric as revenue, 0::bigint as jobs
  from (select currency, min(month) as first_month, max(month) as last_month from dated group by 1) as spans
  cross join generate_series(spans.first_month::timestamp, spans.last_month::timestamp, interval '1 month') as steps (month)
),

stacked as (
  select month, currency, basis, revenue, jobs from dated
  union all
  select month, currency, basis, revenue, jobs from calendar
)

select
  month,
  currency,
  coalesce(sum(revenue) filter (where basis = 1), 0) as quoted_revenue,
  coalesce(sum(revenue) filter (where basis = 2), 0) as booked_revenue,
  coalesce(sum(revenue) filter (where basis = 3), 0) as served_revenue,
  coalesce(sum(jobs) filter (where basis = 1), 0)::bigint as quoted_jobs,
  coalesce(sum(jobs) filter (where basis = 2), 0)::bigint as booked_jobs,
  coalesce(sum(jobs) filter (where basis = 3), 0)::bigint as served_jobs
from stacked
group by 1, 2
order by currency, month nulls last
